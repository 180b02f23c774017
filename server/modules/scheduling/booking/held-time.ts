import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import { conflict } from '../../../kernel/errors.ts';
import type { timesOf } from './hold-time.ts';

export type Times = ReturnType<typeof timesOf>;

/** The time that the actor holds; null when it has run out, was given up or was never theirs. */
export async function heldTime(
  tx: Tx,
  actor: Actor,
  id: string | undefined,
  now: Date,
): Promise<{ id: string; times: Times } | null> {
  if (!id) return null;
  const row = await tx.booking.findFirst({
    where: { id, state: 'held', bookedById: actor.accountId, waitingId: null },
  });
  if (!row?.heldUntil || row.heldUntil <= now) return null;
  const { practitionerId, departmentId, poolId, modality, startAt, endAt, blockedFrom, blockedUntil } = row;
  return {
    id,
    times: { practitionerId, departmentId, poolId, modality, startAt, endAt, blockedFrom, blockedUntil },
  };
}

export const holdExpired = () => conflict('hold_expired', { fields: { holdId: 'hold_expired' } });

type Given = {
  practitionerId?: string | undefined;
  poolId?: string | undefined;
  startAt?: string | undefined;
};

/** The time that is named in an input beside or instead of a hold; null = none. */
export const namedIn = ({ practitionerId, poolId, startAt }: Given) =>
  (practitionerId || poolId) && startAt ? { practitionerId, poolId, startAt } : null;
