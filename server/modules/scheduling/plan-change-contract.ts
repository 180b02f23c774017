/** What every change of the plan shares: it can be tried first, and says whom it hits. */
import { z } from 'zod';
import { CalendarBooking } from './booking-contract.ts';

/** With `dryRun` nothing is saved: `affected` says which bookings would lie outside the changed times. */
export const dryRun = { dryRun: z.boolean().optional() };
export const dryRunQuery = z.object({ dryRun: z.stringbool().optional() });
export const changed = { saved: z.boolean(), affected: z.array(CalendarBooking) };
