/** What NEWS2 must know of a person beside the values: the oxygen scale that a clinician has decided on. */
import { z } from 'zod';
import { endpoint, Id, Instant } from '../../kernel/wire.ts';

/** 2 only for hypercapnic failure with a target of 88 to 92 %, on a clinician's recorded decision (RCP 2017). */
export const OxygenScale = z.union([z.literal(1), z.literal(2)]);
export type OxygenScale = z.infer<typeof OxygenScale>;

/** The decision that holds; without one scale 1, by nobody. */
export const OxygenScaleNow = z.object({
  scale: OxygenScale,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  note: z.string().nullable(),
});
export type OxygenScaleNow = z.infer<typeof OxygenScaleNow>;

const OfPatient = z.object({ patientId: Id });

export const getOxygenScale = endpoint({
  method: 'get',
  path: '/api/patients/:patientId/oxygen-scale',
  summary: "By which scale of NEWS2 a person's oxygen saturation is scored, and who decided so",
  params: OfPatient,
  reply: OxygenScaleNow,
});

export const decideOxygenScale = endpoint({
  method: 'put',
  path: '/api/patients/:patientId/oxygen-scale',
  summary:
    'Decide by which scale oxygen saturation is scored (physicians); open urgent requests are scored anew',
  params: OfPatient,
  body: z.object({
    scale: OxygenScale,
    /** Why; needed for scale 2. */
    note: z.string().trim().max(300, 'too_long').nullish(),
  }),
  reply: OxygenScaleNow,
  /** `news2_not_applicable`: not under 16 years. */
  errors: ['reason_missing', 'news2_not_applicable'],
});
