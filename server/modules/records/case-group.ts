/** What a case asks of its reader, as SQL over a `consult_request r`: the list is ordered and counted by it. */
import { Prisma } from '../../kernel/generated/client.ts';
import type { Side } from '../requests/index.ts';
import { type CaseGroup, caseGroups } from './contract.ts';

/** @param dayEnd first instant after the reader's today */
export function groupSql(side: Side, dayEnd: Date): Prisma.Sql {
  const now = Prisma.sql`(r.status in ('in_consultation', 'accepted')
    or (r.status = 'waiting' and r.kind = 'urgent')
    or (r.status = 'planned' and r.planned_start < ${dayEnd}))`;
  const own =
    side === 'requester'
      ? Prisma.sql`when r.answered_at is not null and r.answer_read_at is null then 'answer_new'`
      : Prisma.sql`when r.status = 'consulted' then 'report_due'`;
  return Prisma.sql`case ${own}
    when ${now} then 'today'
    when r.status = 'waiting' and r.kind = 'scheduled' then 'waiting_list'
    when r.status = 'planned' then 'planned'
    when r.status in ('waiting', 'consulted') then 'waiting'
    when r.status = 'answered' then 'done'
    else 'ended' end`;
}

/** Until when a freed time is offered to a request of the waiting list. */
export const offerUntilSql = Prisma.sql`case when r.status = 'waiting' and r.kind = 'scheduled' then (
  select o.expires_at from waiting_entry w join waiting_offer o on o.waiting_id = w.id and o.state = 'open'
  where w.request_id = r.id) end`;

/** Place of the group `g` in the list. */
export const rankSql = Prisma.sql`array_position(${[...caseGroups]}::text[], g)`;

// Milliseconds since 1970, negative where the newest comes first.
const ms = (column: Prisma.Sql) => Prisma.sql`(extract(epoch from ${column}) * 1000)::bigint`;
const keys: Record<CaseGroup, Prisma.Sql> = {
  answer_new: Prisma.sql`-${ms(Prisma.sql`answered_at`)}`,
  report_due: ms(Prisma.sql`answer_due_at`),
  // What already runs comes before what is planned.
  today: Prisma.sql`case when status = 'planned' then ${ms(Prisma.sql`planned_start`)}
    else ${ms(Prisma.sql`created_at`)} - 10000000000000 end`,
  // An offer asks to be answered.
  waiting_list: Prisma.sql`case when offer_until is null then ${ms(Prisma.sql`created_at`)}
    else ${ms(Prisma.sql`offer_until`)} - 10000000000000 end`,
  planned: ms(Prisma.sql`planned_start`),
  waiting: ms(Prisma.sql`answer_due_at`),
  done: Prisma.sql`-${ms(Prisma.sql`coalesce(answered_at, created_at)`)}`,
  ended: Prisma.sql`-${ms(Prisma.sql`coalesce(planned_start, created_at)`)}`,
};

/** Place of a row within its group `g`. */
export const keySql = Prisma.sql`case g ${Prisma.join(
  caseGroups.map((group) => Prisma.sql`when ${group} then ${keys[group]}`),
  ' ',
)} end`;
