import type { Actor } from '../../../kernel/actor.ts';
import { type Tx, violatedConstraint } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { type AppError, conflict, invalid } from '../../../kernel/errors.ts';
import type { FreeSlot } from '../time/roster.ts';
import { judgeTime, type SlotError, type View } from './judge-time.ts';
import { type Named, nearestFree } from './nearest-free.ts';

/** {@link judgeTime}, where only a free time will do. @throws besides: one of `slotErrors`, see {@link refusal} */
export async function chooseSlot(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  named: Named,
  view: View,
): Promise<FreeSlot> {
  const verdict = await judgeTime(deps, tx, actor, named, view);
  if ('slot' in verdict) return verdict.slot;
  throw refusal(verdict.refused);
}

/** Thrown inside the transaction, turned outside of it into the error with the nearest free times. */
const taken = conflict('slot_taken', { fields: { startAt: 'slot_taken' } });

/**
 * A `slot_taken` is bare: wrap the transaction in {@link offeringNearest}.
 * @param overbookable the actor might take the time all the same
 */
export function refusal(code: SlotError, overbookable = false): AppError {
  if (code === 'slot_taken') return taken;
  return invalid(code, {
    fields: { startAt: code },
    ...(overbookable && code !== 'slot_in_past' ? { data: { overbookable } } : {}),
  });
}

/**
 * Runs a transaction that takes a time. Whoever comes second, by the rule or by the exclusion constraint, is told the
 * three nearest free times of the department.
 */
export async function offeringNearest<T>(
  deps: Deps,
  actor: Actor,
  wanted: () => Named | null,
  work: () => Promise<T>,
  overbookable = false,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const lost = error === taken || violatedConstraint(error) === 'booking_no_overlap';
    const named = wanted();
    if (!lost || !named) throw error;
    throw conflict('slot_taken', {
      fields: { startAt: 'slot_taken' },
      data: { nearest: await nearestFree(deps, actor, named), ...(overbookable ? { overbookable } : {}) },
    });
  }
}
