import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import { type ConsultFacts, consultNumber } from '../consult-facts.ts';
import type { CalendarEvent } from './calendar-entry.ts';
import { invitationText } from './invitation-text.ts';

const pastDays = 30;
/** More than the longest consultation lasts, in ms: the index goes by starts. */
const longest = 86_400_000;

type Row = Omit<ConsultFacts, 'number' | 'length' | 'expiresAt'> & {
  bookingId: string;
  number: number;
  sequence: number;
  start: Date;
  end: Date;
  changedAt: Date;
};

export type FeedEvent = CalendarEvent & { changedAt: Date };

/**
 * The person's own bookings of the last 30 days and all to come, by start: booked or asked for by this person, or this
 * physician's; for a coordinator all of the department's. Read under this person's own rights.
 */
export async function feedEvents(
  tx: Tx,
  actor: Actor,
  language: 'de' | 'en',
  now: Date,
): Promise<FeedEvent[]> {
  const since = new Date(now.getTime() - pastDays * 86_400_000);
  const rows = await tx.$queryRaw<Row[]>`
    select b.id as "bookingId", r.id as "requestId", r.number, b.sequence, b.start_at as start, b.end_at as end,
      b.updated_at as "changedAt", d.name as department, pv.name as hospital, rq.name as requester, false as cancelled,
      concat_ws(' ', nullif(p.title, ''), p.given_name, p.family_name) as practitioner
    from booking b
    join consult_request r on r.id = b.request_id
    join department d on d.id = b.department_id
    join organisation pv on pv.id = d.organisation_id
    join organisation rq on rq.id = b.organisation_id
    join practitioner p on p.id = b.practitioner_id
    where b.state in ('booked', 'fulfilled', 'no_show')
      and b.start_at > ${new Date(since.getTime() - longest)} and b.end_at > ${since} and (
      (b.organisation_id = ${actor.organisationId}::uuid and (
        b.booked_by_id = ${actor.accountId}::uuid or r.requester_account_id = ${actor.accountId}::uuid
        or r.requester_practitioner_id = ${actor.practitionerId}::uuid))
      or (b.department_id = ${actor.departmentId}::uuid
        and (b.practitioner_id = ${actor.practitionerId}::uuid or ${actor.role === 'coordinator'})))
    order by b.start_at, b.id`;
  return rows.map(({ number, ...row }) => {
    const facts = { ...row, number: consultNumber(number), length: 0, expiresAt: null };
    const { title, description } = invitationText(language, facts);
    const { bookingId, requestId, sequence, start, end, changedAt } = row;
    const named = actor.role === 'coordinator' ? `${title}, ${row.practitioner}` : title;
    return { bookingId, requestId, sequence, start, end, changedAt, title: named, description };
  });
}
