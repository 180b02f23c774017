import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { conflict, forbidden } from '../../../kernel/errors.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import type { RequestStatus } from '../../requests/contract.ts';
import { moveRequest } from '../../requests/index.ts';
import type { correctAttendance as endpoint } from '../booking-contract.ts';
import type { MissedBy } from '../time/attendance.ts';
import { bookingEvent } from './booking-event.ts';
import { missRequest } from './miss-request.ts';
import { bookingNow, type OwnBooking, ownBooking } from './own-booking.ts';

/**
 * Corrects who came to a booked time, with a reason; the joins that were recorded stay as they are. The request
 * follows: both there → it waits for its report; the practice missing → it ends; the department missing → the practice
 * may take a new time.
 *
 * Billing hears of consultations that were closed, with the seconds in which both sides were in the room. A correction
 * closes none: what took place by telephone after all is answered by a report, but makes no billable event of its own.
 * And what met in the room stays met: its consultation is closed, so it is not corrected away.
 * @throws forbidden for the practice; conflict `booking_not_begun`, `booking_state`
 */
export function correctAttendance(
  deps: Deps,
  actor: Actor,
  { id, missedBy, reason }: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  return deps.db.as(actor, async (tx) => {
    const own = await ownBooking(tx, actor, id, 'lock');
    if (own.side !== 'provider') throw forbidden();
    const now = deps.clock.now();
    if (own.booking.startAt > now) throw conflict('booking_not_begun');
    if (!mayCorrectNow(own, now)) throw conflict('booking_state');
    const corrected = {
      missedBy,
      state: missedBy ? 'no_show' : 'fulfilled',
      attendanceReason: reason,
      attendanceCorrectedAt: now,
      attendanceCorrectedBy: actor.accountId,
    } as const;
    await tx.booking.update({ where: { id }, data: corrected });
    if (!(await hasNewTime(tx, own))) await follow(deps, tx, actor, own, missedBy);
    const event = bookingEvent('booking.attendance_corrected', own.booking, own.booking.patientId, {
      missedBy,
    });
    await deps.record(tx, actor, event);
    return bookingNow(tx, id);
  });
}

/** By the department, from its start on, as long as no consultation runs or was held for it. */
export function mayCorrectNow({ booking, request, side }: OwnBooking, now: Date): boolean {
  if (side !== 'provider' || booking.startAt > now) return false;
  if (booking.state === 'booked') return request.status === 'planned';
  if (booking.state === 'no_show') return true;
  // Held by an earlier correction alone, and not answered yet.
  return (
    booking.state === 'fulfilled' && booking.attendanceCorrectedAt !== null && request.status === 'consulted'
  );
}

/** The practice has taken another time meanwhile: the request goes by that one. */
const hasNewTime = async (tx: Tx, { booking }: OwnBooking): Promise<boolean> =>
  (await tx.booking.count({
    where: { requestId: booking.requestId, id: { not: booking.id }, state: { in: ['booked', 'fulfilled'] } },
  })) > 0;

/** One that was withdrawn meanwhile stays so. */
const alive: readonly RequestStatus[] = ['planned', 'waiting', 'no_show', 'consulted'];

/** The request as if what is said now had been known at once. */
async function follow(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  { booking, request }: OwnBooking,
  missedBy: MissedBy | null,
): Promise<void> {
  const { requestId } = booking;
  if (!alive.includes(request.status)) return;
  if (request.status !== 'planned') {
    await moveRequest(deps, tx, actor, requestId, 'planned', {
      providerPractitionerId: booking.practitionerId,
      plannedStart: booking.startAt,
      plannedEnd: booking.endAt,
      consultedAt: null,
      endReason: null,
    });
  }
  if (missedBy) return missRequest(deps, tx, actor, requestId, missedBy);
  await moveRequest(deps, tx, actor, requestId, 'in_consultation', { consultedAt: booking.startAt });
  await moveRequest(deps, tx, actor, requestId, 'consulted');
}
