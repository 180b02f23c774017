import { z } from 'zod';
import { FreeTime, slotErrors } from '../../../../server/modules/scheduling/contract.ts';
import { CallError } from '../../../lib/call-error.ts';

/** Why a chosen time cannot be had, and what is free near it. */
export type RefusedTime = { code: string; nearest: readonly FreeTime[] };

const Nearest = z.object({ nearest: z.array(FreeTime) });
const codes: readonly string[] = [...slotErrors, 'hold_expired', 'pool_nobody_free'];

/** Null when a refusal is about something else than the time. */
export function refusedTime(error: unknown): RefusedTime | null {
  if (!(error instanceof CallError) || !codes.includes(error.code)) return null;
  return { code: error.code, nearest: Nearest.safeParse(error.data).data?.nearest ?? [] };
}
