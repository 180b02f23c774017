import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { forbidden } from '../../../kernel/errors.ts';
import type { Prisma } from '../../../kernel/generated/client.ts';
import type { Interval } from '../../../kernel/interval.ts';
import type { Input } from '../../../kernel/wire.ts';
import { dayBounds } from '../../../kernel/zoned-time.ts';
import type { CalendarBooking, listBookings as endpoint } from '../booking-contract.ts';
import { checkRange } from '../finding/check-range.ts';
import { maySeePlan } from '../policy.ts';

const withRequest = {
  request: {
    select: { number: true, status: true, requester: { select: { id: true, name: true, city: true } } },
  },
  series: { select: { id: true, count: true } },
} as const satisfies Prisma.BookingInclude;

export type CalendarRow = Prisma.BookingGetPayload<{ include: typeof withRequest }>;

/** The own department's calendar. No patient is in it, so looking is not recorded. */
export async function listBookings(
  deps: Deps,
  actor: Actor,
  input: Input<typeof endpoint>,
): Promise<{ bookings: CalendarBooking[] }> {
  if (!maySeePlan(actor)) throw forbidden();
  checkRange(input.from, input.until, 62);
  const range = { start: dayBounds(input.from).start, end: dayBounds(input.until).start };
  const { departmentId } = actor;
  const rows = await deps.db.as(actor, (tx) =>
    calendarRows(tx, range, {
      departmentId,
      ...(input.practitionerId ? { practitionerId: input.practitionerId } : {}),
    }),
  );
  return { bookings: rows.flatMap(presentBooking) };
}

/** Bookings that touch the range and were not cancelled, by start. */
export function calendarRows(
  tx: Tx,
  range: Interval,
  of: { departmentId: string; practitionerId?: string },
): Promise<CalendarRow[]> {
  return tx.booking.findMany({
    where: {
      ...of,
      state: { in: ['booked', 'fulfilled', 'no_show'] },
      startAt: { lt: new Date(range.end) },
      endAt: { gt: new Date(range.start) },
    },
    include: withRequest,
    orderBy: [{ startAt: 'asc' }, { id: 'asc' }],
  });
}

/** A booking without a request is a hold, which no calendar shows. */
export function presentBooking(row: CalendarRow): CalendarBooking[] {
  if (!row.request || !row.requestId || row.state === 'held' || row.state === 'cancelled') return [];
  return [
    {
      id: row.id,
      requestId: row.requestId,
      requestNumber: row.request.number,
      requestStatus: row.request.status,
      practitionerId: row.practitionerId,
      poolId: row.poolId,
      state: row.state,
      startAt: row.startAt.toISOString(),
      endAt: row.endAt.toISOString(),
      overbooked: row.overbookReason,
      series: row.series && { ...row.series, index: row.seriesIndex ?? 1 },
      attendance: {
        requesterJoinedAt: row.requesterJoinedAt?.toISOString() ?? null,
        providerJoinedAt: row.providerJoinedAt?.toISOString() ?? null,
        requesterLate: null,
        providerLate: null,
        missedBy: row.missedBy,
        corrected: null,
      },
      sequence: row.sequence,
      requester: row.request.requester,
    },
  ];
}
