import { z } from 'zod';
import { type Notification, NotificationKind } from './contract.ts';

export type NoticeRow = {
  id: string;
  kind: string;
  at: Date;
  read_at: Date | null;
  data: unknown;
  booking_id: string | null;
  request_id: string | null;
  number: number | null;
  department: string | null;
  hospital: string | null;
  requester: string | null;
  asked_by_us: boolean | null;
  booking_state: string | null;
  start_at: Date | null;
  end_at: Date | null;
  practitioner: string | null;
  offer_state: string | null;
  expires_at: Date | null;
  request_status: string | null;
  swap: { from: string; to: string; startAt: string; endAt: string; inReturnAt: string | null } | null;
};

const Data = z.object({
  startAt: z.string().optional(),
  endAt: z.string().optional(),
  fromStartAt: z.string().optional(),
  expiresAt: z.string().optional(),
  reason: z.string().optional(),
  count: z.number().optional(),
});

/** Null for a kind that this version does not know (any more). */
export function presentNotice(row: NoticeRow, now: Date): Notification | null {
  const kind = NotificationKind.safeParse(row.kind);
  const data = Data.safeParse(row.data);
  if (!kind.success) return null;
  const { startAt, endAt, fromStartAt, expiresAt, reason, count } = data.success ? data.data : {};
  return {
    id: row.id,
    kind: kind.data,
    at: row.at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
    side: row.request_id === null ? null : row.asked_by_us ? 'requester' : 'provider',
    request: requestOf(row),
    bookingId: row.booking_id,
    practitioner: row.practitioner || null,
    startAt: startAt ?? null,
    endAt: endAt ?? null,
    fromStartAt: fromStartAt ?? null,
    swap: row.swap && {
      ...row.swap,
      startAt: iso(row.swap.startAt),
      endAt: iso(row.swap.endAt),
      inReturnAt: row.swap.inReturnAt && iso(row.swap.inReturnAt),
    },
    expiresAt: expiresAt ?? null,
    reason: reason ?? null,
    count: count ?? null,
    open: isOpen(row, kind.data, startAt, now),
  };
}

/** Of a request whose consultation is to come, or runs. */
const meeting = ['planned', 'accepted', 'in_consultation'];

/** PostgreSQL's JSON has instants with its own zone. */
const iso = (at: string): string => new Date(at).toISOString();

function requestOf({
  request_id: id,
  number,
  department,
  hospital,
  requester,
}: NoticeRow): Notification['request'] {
  if (id === null || number === null) return null;
  return { id, number, department: department ?? '', hospital: hospital ?? '', requester: requester ?? '' };
}

function isOpen(row: NoticeRow, kind: NotificationKind, startAt: string | undefined, now: Date): boolean {
  if (kind === 'waiting_offered') {
    return row.offer_state === 'open' && row.expires_at !== null && row.expires_at > now;
  }
  if (kind === 'helper_invited') return meeting.includes(row.request_status ?? '');
  if (kind === 'urgent_alarmed') return row.request_status === 'waiting';
  if (kind !== 'remind_day' && kind !== 'remind_minutes') return false;
  const asTold = row.start_at !== null && row.start_at.toISOString() === startAt;
  return row.booking_state === 'booked' && asTold && row.end_at !== null && row.end_at > now;
}
