import type { Tx } from '../../server/kernel/db.ts';

/**
 * What people of the demonstration have been told of late, by what stands in the database: reports (unread as the
 * report is), appointments of the last two weeks, and offers of the waiting list that are open.
 */
export async function notices(tx: Tx, now: Date): Promise<void> {
  await tx.$executeRaw`
    insert into notification (account_id, kind, cause, request_id, created_at, read_at)
    select r.requester_account_id, 'report_finalised', 'seed:' || r.id, r.id, r.answered_at, r.answer_read_at
    from consult_request r
    where r.answered_at between ${now}::timestamptz - interval '30 days' and ${now}`;
  await tx.$executeRaw`
    insert into notification (account_id, kind, cause, booking_id, request_id, data, created_at, read_at)
    select a.id, 'booking_made', 'seed:' || b.id, b.id, b.request_id,
      jsonb_build_object('startAt', to_char(b.start_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
      b.created_at, least(b.created_at + interval '1 hour', ${now}::timestamptz)
    from booking b
    join account a on a.practitioner_id = b.practitioner_id
    where b.state = 'booked' and b.series_id is null and b.start_at > ${now}
      and b.created_at between ${now}::timestamptz - interval '14 days' and ${now}`;
  await tx.$executeRaw`
    insert into notification (account_id, kind, cause, request_id, offer_id, data, created_at)
    select a.id, 'waiting_offered', 'seed:' || o.id, w.request_id, o.id,
      jsonb_build_object('startAt', to_char(o.start_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'expiresAt', to_char(o.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), o.offered_at
    from waiting_offer o
    join waiting_entry w on w.id = o.waiting_id
    join account a on a.organisation_id = w.organisation_id and a.role in ('physician', 'assistant')
    where o.state = 'open'`;
}
