import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { invalid } from '../../../kernel/errors.ts';
import { mayOverbook } from '../policy.ts';
import { refusal } from './choose-slot.ts';
import { heldTime, holdExpired, namedIn, type Times } from './held-time.ts';
import { timesOf } from './hold-time.ts';
import { judgeTime, otherDepartment, practiceView } from './judge-time.ts';
import type { Named } from './nearest-free.ts';
import type { OwnBooking } from './own-booking.ts';

export type Place = { times: Times; overbookReason: string | null };
type Wanted = {
  holdId?: string | undefined;
  practitionerId?: string | undefined;
  poolId?: string | undefined;
  startAt?: string | undefined;
  overbook?: { reason: string } | undefined;
};

/**
 * Where a booking may go: to a time that the actor holds, or to a named one, judged by the practice's rules or as the
 * department's own. A coordinator gets what is taken or outside the roster too, marked with the reason.
 * @throws conflict `hold_expired`; invalid `other_department`; one of `slotErrors`, see {@link refusal}
 */
export async function newPlace(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  { booking, side }: OwnBooking,
  wanted: Wanted,
): Promise<Place> {
  const held = await heldTime(tx, actor, wanted.holdId, deps.clock.now());
  if (held) {
    if (held.times.departmentId !== booking.departmentId) throw otherDepartment();
    return { times: held.times, overbookReason: null };
  }
  const named = namedIn(wanted);
  if (!named) throw holdExpired();
  const verdict = await judgeTime(deps, tx, actor, named, {
    ...(side === 'requester' ? practiceView(actor) : { asker: null }),
    departmentId: booking.departmentId,
    moving: booking.id,
  });
  if ('slot' in verdict) return { times: timesOf(verdict.slot), overbookReason: null };
  const overbookable = mayOverbook(actor, booking);
  if (!wanted.overbook || verdict.refused === 'slot_in_past') throw refusal(verdict.refused, overbookable);
  return { times: overbooked(booking, named), overbookReason: wanted.overbook.reason };
}

/** As long as it was, with no buffers: what lies beside it is taken in any case. */
function overbooked(booking: OwnBooking['booking'], { practitionerId, startAt }: Named): Times {
  // "Whoever is free" and "although nobody is" do not go together.
  if (!practitionerId) throw invalid('choose_one', { fields: { practitionerId: 'choose_one' } });
  const start = new Date(startAt);
  const end = new Date(start.getTime() + booking.endAt.getTime() - booking.startAt.getTime());
  return {
    practitionerId,
    departmentId: booking.departmentId,
    poolId: null,
    modality: booking.modality,
    startAt: start,
    endAt: end,
    blockedFrom: start,
    blockedUntil: end,
  };
}
