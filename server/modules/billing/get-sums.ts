import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { forbidden } from '../../kernel/errors.ts';
import { Prisma } from '../../kernel/generated/client.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import type { getSums as endpoint } from './contract.ts';
import { maySeeBilling } from './policy.ts';
import { totalsOf } from './totals-of.ts';

type Sums = Reply<typeof endpoint>;
type OrganisationRow = Pick<Sums['organisations'][number], 'id' | 'name' | 'kind'> &
  Record<`${'ready' | 'exported' | 'incomplete'}${'Events' | 'Cents'}`, number>;

/** Billable money of a quarter, by month (region's clock) and code, and by who is paid. Names nobody. @throws forbidden */
export async function getSums(deps: Deps, actor: Actor, { quarter }: Input<typeof endpoint>): Promise<Sums> {
  if (!maySeeBilling(actor)) throw forbidden();
  return deps.db.as(actor, async (tx) => {
    const months = await tx.$queryRaw<Sums['months']>`
      select to_char(e.occurred_at at time zone 'Europe/Berlin', 'YYYY-MM') as month, e.tariff, e.code,
        count(*)::int as events, sum(e.amount_cents)::int as cents
      from billable_event e join billing_case c on c.request_id = e.request_id
      where e.quarter = ${quarter} and e.status = 'billable'
      group by 1, 2, 3 order by 1, 2, 3`;
    const organisations = await tx.$queryRaw<OrganisationRow[]>`
      select o.id::text as id, o.name, o.kind::text as kind,
        (count(*) filter (where e.status = 'billable' and e.batch_id is null))::int as "readyEvents",
        coalesce(sum(e.amount_cents) filter (where e.status = 'billable' and e.batch_id is null), 0)::int as "readyCents",
        (count(*) filter (where e.batch_id is not null))::int as "exportedEvents",
        coalesce(sum(e.amount_cents) filter (where e.batch_id is not null), 0)::int as "exportedCents",
        (count(*) filter (where e.status = 'incomplete'))::int as "incompleteEvents",
        coalesce(sum(e.amount_cents) filter (where e.status = 'incomplete'), 0)::int as "incompleteCents"
      from billable_event e
      join billing_case c on c.request_id = e.request_id
      join organisation o on o.id = e.organisation_id
      where e.quarter = ${quarter}
      group by o.id, o.name, o.kind
      order by sum(e.amount_cents) desc, o.name`;
    return {
      totals: await totalsOf(tx, Prisma.sql`e.quarter = ${quarter}`),
      months,
      organisations: organisations.map(({ id, name, kind, ...sums }) => ({
        id,
        name,
        kind,
        ready: { events: sums.readyEvents, cents: sums.readyCents },
        exported: { events: sums.exportedEvents, cents: sums.exportedCents },
        incomplete: { events: sums.incompleteEvents, cents: sums.incompleteCents },
      })),
    };
  });
}
