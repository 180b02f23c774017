import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import { physicianName } from '../../requests/index.ts';
import type { viewBooking as endpoint } from '../booking-contract.ts';
import { mayHandOver, mayMove, mayOverbook } from '../policy.ts';
import { bookingHistory } from './booking-history.ts';
import { mayCorrectNow } from './correct-attendance.ts';
import { type OwnBooking, ownBooking } from './own-booking.ts';
import { bookingRows, describeBooking } from './present-booking.ts';

type View = Reply<typeof endpoint>;

/** One booking with its history and what the reader may do with it. No patient is in it, so looking is not recorded. */
export function viewBooking(deps: Deps, actor: Actor, input: Input<typeof endpoint>): Promise<View> {
  return deps.db.as(actor, async (tx) => {
    const own = await ownBooking(tx, actor, input.id);
    const { booking, request } = own;
    const [row] = await bookingRows(tx, { id: booking.id });
    const [shown] = row ? describeBooking(row) : [];
    if (!shown || booking.state === 'held') throw notFound('booking');
    const open = booking.state === 'booked' && request.status === 'planned';
    return {
      booking: { ...shown, ...(await around(tx, booking)), state: booking.state },
      series: await seriesOf(tx, booking),
      history: await bookingHistory(tx, booking.id),
      may: {
        move: open && mayMove(actor, booking),
        overbook: open && mayOverbook(actor, booking),
        cancel: open,
        handOver: open && mayHandOver(actor, booking),
        correct: mayCorrectNow(own, deps.clock.now()),
      },
    };
  });
}

async function around(tx: Tx, booking: OwnBooking['booking']) {
  const practitioner = await tx.practitioner.findUniqueOrThrow({ where: { id: booking.practitionerId } });
  const department = await tx.department.findUniqueOrThrow({
    where: { id: booking.departmentId },
    select: { id: true, name: true, organisation: { select: { id: true, name: true } } },
  });
  const pool = booking.poolId
    ? await tx.pool.findUnique({ where: { id: booking.poolId }, select: { id: true, name: true } })
    : null;
  return {
    practitionerName: physicianName(practitioner),
    department: { id: department.id, name: department.name },
    organisation: department.organisation,
    pool,
    cancelReason: booking.cancelReason,
    note: booking.changeNote,
  };
}

async function seriesOf(tx: Tx, { id, seriesId }: OwnBooking['booking']): Promise<View['series']> {
  if (!seriesId) return [];
  const rows = await tx.booking.findMany({
    where: { seriesId, id: { not: id }, requestId: { not: null } },
    select: { id: true, requestId: true, startAt: true, state: true },
    orderBy: { startAt: 'asc' },
  });
  return rows.flatMap((row) =>
    row.requestId
      ? [
          {
            bookingId: row.id,
            requestId: row.requestId,
            startAt: row.startAt.toISOString(),
            state: row.state,
          },
        ]
      : [],
  );
}
