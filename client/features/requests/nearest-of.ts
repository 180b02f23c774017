import { z } from 'zod';
import { FreeTime } from '../../../server/modules/scheduling/contract.ts';
import { CallError } from '../../lib/call-error.ts';

const Nearest = z.object({ nearest: z.array(FreeTime) });
const codes = ['slot_taken', 'hold_expired', 'slot_in_past', 'slot_under_notice', 'slot_outside_roster'];

/** The free times that a refusal offers instead; null when the refusal is about something else. */
export function nearestOf(error: unknown): readonly FreeTime[] | null {
  if (!(error instanceof CallError) || !codes.includes(error.code)) return null;
  return Nearest.safeParse(error.data).data?.nearest ?? [];
}
