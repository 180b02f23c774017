/** The entries of an urgent request, one by one: what raising and adding share. */
import { z } from 'zod';

/** An urgent request is at least `today`; `routine` has a booked time. */
export const UrgencyLevel = z.enum(['immediate', 'urgent', 'today']);
export type UrgencyLevel = z.infer<typeof UrgencyLevel>;
export const Onset = z.enum(['minutes', 'hours', 'days', 'unknown']);
export type Onset = z.infer<typeof Onset>;
/** What the asking side hopes for (the R of ISBAR). */
export const Wanted = z.enum(['look', 'medication', 'transport', 'advice']);
export type Wanted = z.infer<typeof Wanted>;
/** Codes of the tiles are those of the rules in force; an unknown one is refused at its field. */
export const SituationCode = z.string().regex(/^[a-z0-9_]{2,40}$/, 'situation_unknown');
export const Phone = z
  .string()
  .trim()
  .regex(/^\+?[\d\s()/-]{5,30}$/, 'phone_invalid');
export const Words = (max: number) => z.string().trim().max(max, 'too_long');
const Value = z.number().nullish();

/** Every value may be missing. Hard limits and mixed-up units are refused at the field (`checkVitalSigns`). */
export const VitalValues = z.strictObject({
  respiratoryRate: Value,
  oxygenSaturation: Value,
  onOxygen: z.boolean().nullish(),
  systolic: Value,
  diastolic: Value,
  pulse: Value,
  consciousness: z.enum(['alert', 'confusion', 'voice', 'pain', 'unresponsive']).nullish(),
  temperature: Value,
  glucose: Value,
  pain: Value,
});
export type VitalValues = z.infer<typeof VitalValues>;
