import type { Tx } from '../../../kernel/db.ts';
import type { Prisma } from '../../../kernel/generated/client.ts';
import { namesOf } from '../../requests/index.ts';
import type { Attendance, CalendarBooking } from '../booking-contract.ts';
import { lateMinutes } from '../time/attendance.ts';

const withRequest = {
  request: {
    select: { number: true, status: true, requester: { select: { id: true, name: true, city: true } } },
  },
  series: { select: { id: true, count: true } },
} as const satisfies Prisma.BookingInclude;

/** A booking with what calendars show of its request, and who corrected its attendance. */
export type CalendarRow = Prisma.BookingGetPayload<{ include: typeof withRequest }> & {
  correctedByName: string;
};

/** Bookings by start. */
export async function bookingRows(tx: Tx, where: Prisma.BookingWhereInput): Promise<CalendarRow[]> {
  const rows = await tx.booking.findMany({
    where,
    include: withRequest,
    orderBy: [{ startAt: 'asc' }, { id: 'asc' }],
  });
  const names = await namesOf(
    tx,
    rows.flatMap(({ attendanceCorrectedBy }) => attendanceCorrectedBy ?? []),
  );
  return rows.map((row) => ({ ...row, correctedByName: names.get(row.attendanceCorrectedBy ?? '') ?? '' }));
}

/** What a booking looks like in a calendar; nothing for holds and for what was cancelled. */
export function presentBooking(row: CalendarRow): CalendarBooking[] {
  const { state } = row;
  if (state === 'held' || state === 'cancelled') return [];
  return describeBooking(row).map((booking) => ({ ...booking, state }));
}

/** The same whatever its state. A booking without a request is a hold, which no calendar shows. */
export function describeBooking(row: CalendarRow): Omit<CalendarBooking, 'state'>[] {
  if (!row.request || !row.requestId) return [];
  return [
    {
      id: row.id,
      requestId: row.requestId,
      requestNumber: row.request.number,
      requestStatus: row.request.status,
      practitionerId: row.practitionerId,
      poolId: row.poolId,
      startAt: row.startAt.toISOString(),
      endAt: row.endAt.toISOString(),
      overbooked: row.overbookReason,
      series: row.series && { ...row.series, index: row.seriesIndex ?? 1 },
      attendance: attendanceOf(row),
      sequence: row.sequence,
      requester: row.request.requester,
    },
  ];
}

function attendanceOf(row: CalendarRow): Attendance {
  return {
    requesterJoinedAt: row.requesterJoinedAt?.toISOString() ?? null,
    providerJoinedAt: row.providerJoinedAt?.toISOString() ?? null,
    requesterLate: lateMinutes(row.startAt, row.requesterJoinedAt),
    providerLate: lateMinutes(row.startAt, row.providerJoinedAt),
    missedBy: row.missedBy,
    corrected: row.attendanceCorrectedAt && {
      at: row.attendanceCorrectedAt.toISOString(),
      by: row.correctedByName,
      reason: row.attendanceReason ?? '',
    },
  };
}
