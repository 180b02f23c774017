import type { Cause } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { conflict } from '../../../kernel/errors.ts';
import type { Prisma } from '../../../kernel/generated/client.ts';
import { moveRequest } from '../../requests/index.ts';
import { answerWithin } from '../booking/answer-due.ts';
import { bookingEvent } from '../booking/booking-event.ts';
import type { Waiting } from './make-offer.ts';

type Booking = Prisma.BookingGetPayload<object>;

/**
 * The entry has its time: it leaves the list, and its request is planned with the department that gives it. Inside the
 * transaction that makes the booking.
 */
export async function placeEntry(deps: Deps, tx: Tx, cause: Cause, entry: Waiting, booking: Booking) {
  const { count } = await tx.waitingEntry.updateMany({
    where: { id: entry.id, state: { in: ['waiting', 'offered'] } },
    data: { state: 'placed' },
  });
  if (count === 0) throw conflict('waiting_state');
  const department = await tx.department.findUniqueOrThrow({
    where: { id: booking.departmentId },
    select: { organisationId: true },
  });
  await moveRequest(deps, tx, cause, entry.requestId, 'planned', {
    directed: true,
    providerOrganisationId: department.organisationId,
    providerDepartmentId: booking.departmentId,
    providerPractitionerId: booking.practitionerId,
    plannedStart: booking.startAt,
    plannedEnd: booking.endAt,
    answerDueAt: await answerDue(tx, entry.requestId, booking.endAt),
  });
  const made = {
    poolId: booking.poolId,
    overbooked: booking.overbooked,
    waitingId: entry.id,
  };
  await deps.record(tx, cause, bookingEvent('booking.made', booking, entry.request.patientId, made));
  return {
    bookingId: booking.id,
    requestId: entry.requestId,
    startAt: booking.startAt.toISOString(),
    endAt: booking.endAt.toISOString(),
  };
}

/** The usual deadline after the consultation; an earlier one that was named stays, unless the consultation ends after it. */
async function answerDue(tx: Tx, requestId: string, end: Date): Promise<Date> {
  const { answerDueAt } = await tx.consultRequest.findUniqueOrThrow({
    where: { id: requestId },
    select: { answerDueAt: true },
  });
  const usual = new Date(end.getTime() + answerWithin);
  return answerDueAt > end && answerDueAt < usual ? answerDueAt : usual;
}
