import { Prisma } from '../../kernel/generated/client.ts';
import type { Input } from '../../kernel/wire.ts';
import type { EventState, listEvents } from './contract.ts';

/** State of a billable event, aliased `e`. */
export const stateSql = Prisma.sql`
  case when e.batch_id is not null then 'exported' when e.status = 'billable' then 'ready' else e.status::text end`;

/** Conditions of each state that an index can use. */
export const inState = (state: EventState): Prisma.Sql => {
  switch (state) {
    case 'exported':
      return Prisma.sql`e.batch_id is not null`;
    case 'ready':
      return Prisma.sql`e.status = 'billable' and e.batch_id is null`;
    case 'incomplete':
      return Prisma.sql`e.status = 'incomplete'`;
    case 'not_billable':
      return Prisma.sql`e.status = 'not_billable'`;
  }
};

/** What all numbers of a list share: its quarter, who is paid, and what was typed. Events `e`, cases `c`. */
export function scopeOf({ quarter, organisation, q }: Input<typeof listEvents>): Prisma.Sql {
  return Prisma.join(
    [
      Prisma.sql`e.quarter = ${quarter}`,
      ...(organisation ? [Prisma.sql`e.organisation_id = ${organisation}::uuid`] : []),
      ...(q ? [typed(q)] : []),
    ],
    ' and ',
  );
}

/** A request's number, the beginning of an insurance number or code, or part of either side's name. */
function typed(q: string): Prisma.Sql {
  const text = q.replace(/[\\%_]/g, '\\$&');
  const number = /^k?-?0*(\d{1,9})$/i.exec(q)?.[1];
  return Prisma.sql`(${Prisma.join(
    [
      ...(number ? [Prisma.sql`c.number = ${Number(number)}`] : []),
      Prisma.sql`c.kvnr like ${`${text.toUpperCase().replaceAll(' ', '')}%`}`,
      Prisma.sql`e.code ilike ${`${text}%`}`,
      Prisma.sql`c.requester_name ilike ${`%${text}%`}`,
      Prisma.sql`c.provider_name ilike ${`%${text}%`}`,
    ],
    ' or ',
  )})`;
}
