import type { Deps } from '../../../kernel/deps.ts';
import { describe } from '../../../kernel/errors.ts';
import { missedBy } from '../time/attendance.ts';
import { bookingEvent } from './booking-event.ts';
import { missRequest } from './miss-request.ts';

const minute = 60_000;
/** So long after its end nobody comes any more. */
const grace = 15 * minute;
/** The room of a booked time closes so long after its end: who came without meeting will not meet any more. */
const roomClosed = 12 * 60 * minute;

/**
 * Settles booked times that have passed without a consultation, by who has been in the room. Nothing is settled while
 * somebody sits there and waits, nor while a consultation runs: that one is settled when it closes. Two sides that came
 * one after the other have missed one another, each the other; that is said when the room closes, until when they may
 * still meet. Run every minute by the queue `scheduling.settle`.
 */
export async function settleMissed(deps: Deps): Promise<void> {
  const now = deps.clock.now().getTime();
  const due = await deps.db.system(
    (tx) => tx.$queryRaw<{ id: string }[]>`
      select b.id::text as id from booking b
      join consult_request r on r.id = b.request_id and r.status = 'planned'
      where b.state = 'booked' and b.end_at <= ${new Date(now - grace)}
        and (b.requester_joined_at is null or b.provider_joined_at is null or b.end_at <= ${new Date(now - roomClosed)})
        and not exists (
          select 1 from participation s join consultation c on c.id = s.consultation_id
          where c.request_id = r.id and s.left_at is null)
      order by b.end_at limit 500`,
  );
  for (const { id } of due) {
    // One that cannot be settled must not keep the others open.
    await settle(deps, id).catch((error: unknown) =>
      deps.log.error({ bookingId: id, err: describe(error) }, 'a missed booking was not settled'),
    );
  }
}

/** Looks again in its own transaction: somebody may have come, moved it or cancelled it since it was found. */
async function settle(deps: Deps, id: string): Promise<void> {
  await deps.db.system(async (tx) => {
    await tx.$queryRaw`
      select id from consult_request where id = (select request_id from booking where id = ${id}::uuid) for update`;
    const row = await tx.booking.findUniqueOrThrow({
      where: { id },
      include: { request: { select: { status: true, patientId: true } } },
    });
    const passed = row.endAt.getTime() <= deps.clock.now().getTime() - grace;
    if (row.state !== 'booked' || row.request?.status !== 'planned' || !row.requestId || !passed) return;
    const missed = missedBy(row) ?? 'both';
    await tx.booking.update({ where: { id }, data: { state: 'no_show', missedBy: missed } });
    await missRequest(deps, tx, null, row.requestId, missed);
    await deps.record(
      tx,
      null,
      bookingEvent('booking.missed', row, row.request.patientId, { missedBy: missed }),
    );
  });
}
