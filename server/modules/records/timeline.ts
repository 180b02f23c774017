import type { Tx } from '../../kernel/db.ts';
import type { Outcome } from '../consultation/contract.ts';
import type { TimelineEntry } from './contract.ts';

/** Instants inside JSON columns are text with an offset. */
type Text = string;
type Row = {
  created_at: Date;
  asked_by: string | null;
  kind: string;
  end_reason: string | null;
  bookings: {
    at: Text;
    by: string | null;
    start: Text;
    end: Text;
    cancelled: Text | null;
    reason: string | null;
    missed: string | null;
  }[];
  urgent: {
    raised: Text;
    claimed: Text | null;
    by: string | null;
    ended: Text | null;
    urgency: 'immediate' | 'urgent' | 'today' | 'routine';
    news2: number | null;
    withdrawn: boolean;
  } | null;
  consultation: {
    opened: Text;
    started: Text | null;
    closed: Text | null;
    seconds: number | null;
    by_phone: boolean;
    outcome: Outcome | null;
    people: string[] | null;
  } | null;
  waiting: {
    at: Text;
    by: string | null;
    offers: {
      at: Text;
      by: string | null;
      start: Text;
      end: Text;
      expires: Text;
      state: 'open' | 'accepted' | 'declined' | 'expired' | 'revoked';
      answered: Text | null;
    }[];
  } | null;
  withdrawn_at: Date | null;
  reports: { at: Text; by: string | null; version: number }[];
};

/** What happened to a request, oldest first: one query over all that hangs on it. */
export async function timelineOf(tx: Tx, requestId: string): Promise<TimelineEntry[]> {
  const [row] = await tx.$queryRaw<Row[]>`
    select r.created_at, r.kind::text as kind, r.end_reason,
      (select display_name from person where id = r.requester_account_id) as asked_by,
      coalesce((select jsonb_agg(jsonb_build_object('at', b.created_at, 'by', q.display_name, 'start', b.start_at,
          'end', b.end_at, 'cancelled', b.cancelled_at, 'reason', b.cancel_reason, 'missed', b.missed_by))
        from booking b left join person q on q.id = b.booked_by_id where b.request_id = r.id), '[]') as bookings,
      (select jsonb_build_object('raised', u.raised_at, 'claimed', u.claimed_at, 'by', q.display_name, 'ended', u.ended_at,
          'urgency', u.urgency, 'news2', u.news2, 'withdrawn', r.status = 'withdrawn')
        from urgent_request u left join person q on q.id = u.claimed_by_id where u.request_id = r.id) as urgent,
      (select jsonb_build_object('opened', c.opened_at, 'started', c.started_at, 'closed', c.closed_at,
          'seconds', c.present_seconds, 'by_phone', c.by_phone, 'outcome', c.outcome,
          'people', (select jsonb_agg(distinct q.display_name) from participation s join person q on q.id = s.account_id
            where s.consultation_id = c.id))
        from consultation c where c.request_id = r.id) as consultation,
      (select jsonb_build_object('at', w.created_at, 'by', q.display_name,
          'offers', coalesce((select jsonb_agg(jsonb_build_object('at', o.offered_at, 'by', c.display_name, 'start', o.start_at,
              'end', o.end_at, 'expires', o.expires_at, 'state', o.state, 'answered', o.answered_at))
            from waiting_offer o left join person c on c.id = o.offered_by_id where o.waiting_id = w.id), '[]'))
        from waiting_entry w left join person q on q.id = w.entered_by_id where w.request_id = r.id) as waiting,
      case when r.status = 'withdrawn' and r.kind = 'scheduled' then r.updated_at end as withdrawn_at,
      coalesce((select jsonb_agg(jsonb_build_object('at', t.finalised_at, 'by', q.display_name, 'version', t.version))
        from report t left join person q on q.id = t.author_id
        where t.request_id = r.id and t.state = 'final'), '[]') as reports
    from consult_request r where r.id = ${requestId}::uuid`;
  return row ? entriesOf(row) : [];
}

const iso = (text: Text): string => new Date(text).toISOString();

function entriesOf(row: Row): TimelineEntry[] {
  const { urgent, consultation } = row;
  const entries: TimelineEntry[] = [
    ...(urgent ? [] : [{ kind: 'requested' as const, at: row.created_at.toISOString(), by: row.asked_by }]),
    ...waitingEntries(row),
    ...row.bookings.flatMap((one): TimelineEntry[] => {
      const times = { startAt: iso(one.start), endAt: iso(one.end) };
      const made: TimelineEntry = { kind: 'booked', at: iso(one.at), by: one.by, ...times };
      if (one.cancelled === null) return [made];
      const { startAt } = times;
      return [made, { kind: 'booking_cancelled', at: iso(one.cancelled), startAt, reason: one.reason }];
    }),
    ...(urgent ? urgentEntries(urgent, row.asked_by, row.end_reason) : []),
    ...row.reports.map((one) => ({
      kind: 'report' as const,
      at: iso(one.at),
      by: one.by,
      version: one.version,
    })),
  ];
  if (consultation) {
    entries.push({
      kind: 'consultation',
      at: iso(consultation.started ?? consultation.opened),
      met: consultation.started !== null,
      closedAt: consultation.closed && iso(consultation.closed),
      presentSeconds: consultation.seconds,
      byPhone: consultation.by_phone,
      outcome: consultation.outcome,
      participants: consultation.people ?? [],
    });
  }
  return entries.sort((a, b) => a.at.localeCompare(b.at));
}

/** Who came onto the list by a missed booking has waited, as the list reckons, since it was booked: that step says so. */
function waitingEntries({ waiting, bookings, withdrawn_at, end_reason }: Row): TimelineEntry[] {
  if (!waiting) return [];
  const since = iso(waiting.at);
  const isMissed = bookings.some(({ at, missed }) => missed !== null && iso(at) === since);
  return [
    ...(isMissed ? [] : [{ kind: 'waiting_entered' as const, at: since, by: waiting.by }]),
    ...waiting.offers.flatMap((one): TimelineEntry[] => {
      const startAt = iso(one.start);
      const made: TimelineEntry = {
        kind: 'offered',
        at: iso(one.at),
        by: one.by,
        startAt,
        endAt: iso(one.end),
        expiresAt: iso(one.expires),
      };
      if (one.state === 'open' || one.answered === null) return [made];
      return [made, { kind: `offer_${one.state}`, at: iso(one.answered), startAt }];
    }),
    ...(withdrawn_at
      ? [{ kind: 'withdrawn' as const, at: withdrawn_at.toISOString(), reason: end_reason }]
      : []),
  ];
}

function urgentEntries(
  urgent: NonNullable<Row['urgent']>,
  by: string | null,
  reason: string | null,
): TimelineEntry[] {
  const { urgency, news2 } = urgent;
  return [
    { kind: 'raised', at: iso(urgent.raised), by, urgency, news2 },
    ...(urgent.claimed ? [{ kind: 'claimed' as const, at: iso(urgent.claimed), by: urgent.by }] : []),
    ...(urgent.withdrawn && urgent.ended
      ? [{ kind: 'withdrawn' as const, at: iso(urgent.ended), reason }]
      : []),
  ];
}
