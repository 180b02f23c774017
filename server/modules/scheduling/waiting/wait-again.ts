import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import type { RecordedEvent } from '../../../kernel/events.ts';
import { dateOf } from '../../../kernel/zoned-time.ts';
import { endOffer } from './end-offer.ts';
import { withPatient } from './make-offer.ts';
import { takeList } from './own-entry.ts';
import { waitingEvent } from './waiting-event.ts';

/**
 * A request whose time the department missed comes onto the waiting list of that department: urgent, and as if it had
 * waited since it was booked. Where somebody corrects who came and the request waits no more, it leaves the list.
 */
export async function waitAgain(deps: Deps, { requestId, subjectId }: RecordedEvent): Promise<void> {
  if (!requestId) return;
  await deps.db.system(async (tx) => {
    const request = await tx.consultRequest.findUnique({ where: { id: requestId } });
    if (request?.kind !== 'scheduled') return;
    await takeList(tx, request.specialtyCode);
    const { status } = await tx.consultRequest.findUniqueOrThrow({ where: { id: requestId } });
    await (status === 'waiting' ? enter(deps, tx, requestId, subjectId) : leave(deps, tx, requestId));
  });
}

async function enter(deps: Deps, tx: Tx, requestId: string, bookingId: string): Promise<void> {
  const booking = await tx.booking.findUnique({ where: { id: bookingId } });
  const known = await tx.waitingEntry.findUnique({ where: { requestId } });
  if (!booking || known?.state === 'waiting' || known?.state === 'offered') return;
  const { specialtyCode } = await tx.department.findUniqueOrThrow({ where: { id: booking.departmentId } });
  const since = known && known.createdAt < booking.createdAt ? known.createdAt : booking.createdAt;
  const wish = {
    organisationId: booking.organisationId,
    specialtyCode,
    departmentId: booking.departmentId,
    practitionerId: null,
    urgency: 'urgent',
    fromDay: new Date(`${dateOf(deps.clock.now().getTime())}T00:00:00Z`),
    untilDay: null,
    partsOfDay: [],
    weekdays: [],
    state: 'waiting',
    enteredById: booking.bookedById,
    createdAt: since,
  } as const;
  const data = { ...wish, partsOfDay: [], weekdays: [] };
  const entry = await tx.waitingEntry.upsert({
    where: { requestId },
    create: { ...data, requestId },
    update: data,
    include: withPatient,
  });
  await deps.record(tx, null, waitingEvent('entered', entry, entry.request.patientId, { missed: true }));
}

async function leave(deps: Deps, tx: Tx, requestId: string): Promise<void> {
  const entry = await tx.waitingEntry.findUnique({
    where: { requestId, state: { in: ['waiting', 'offered'] } },
    include: { ...withPatient, offers: { where: { state: 'open' } } },
  });
  if (!entry) return;
  const [offer] = entry.offers;
  if (offer) await endOffer(deps, tx, null, entry, offer, 'revoked');
  await tx.waitingEntry.update({ where: { id: entry.id }, data: { state: 'withdrawn' } });
  const why = { reason: 'corrected' };
  await deps.record(tx, null, waitingEvent('withdrawn', entry, entry.request.patientId, why));
}
