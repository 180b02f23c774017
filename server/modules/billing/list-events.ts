import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { forbidden } from '../../kernel/errors.ts';
import { Prisma } from '../../kernel/generated/client.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import { recordPatientsSeen } from '../patients/index.ts';
import type { BillingRow, EventState, listEvents as endpoint } from './contract.ts';
import { inState, scopeOf, stateSql } from './event-filter.ts';
import { maySeeBilling } from './policy.ts';
import { totalsOf } from './totals-of.ts';

type Row = Omit<BillingRow, 'organisation' | 'patient' | 'occurredAt'> & {
  organisationId: string;
  organisationName: string;
  organisationKind: BillingRow['organisation']['kind'];
  patientId: string;
  kvnr: string | null;
  birthDate: Date;
  occurredAt: Date;
};

/** Events of a quarter as the actor may see them, a page at a time, oldest service first. @throws forbidden */
export async function listEvents(
  deps: Deps,
  actor: Actor,
  input: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  if (!maySeeBilling(actor)) throw forbidden();
  return deps.db.as(actor, async (tx) => {
    const scope = scopeOf(input);
    const rows = await pageOf(tx, scope, input);
    const page = rows.slice(0, input.limit);
    const last = page.at(-1);
    const seen = page.map(({ patientId }) => patientId);
    await recordPatientsSeen(deps, tx, actor, 'billing', seen);
    return {
      events: page.map(present),
      totals: await totalsOf(tx, scope),
      reasons: await reasonsOf(tx, scope, input.state),
      next:
        rows.length > page.length && last
          ? `${last.occurredAt.getTime()}.${last.requestId}.${last.code}`
          : null,
    };
  });
}

function pageOf(tx: Tx, scope: Prisma.Sql, input: Input<typeof endpoint>): Promise<Row[]> {
  const [at, request, code] = input.after?.split('.') ?? [];
  const where = [
    scope,
    ...(input.state ? [inState(input.state)] : []),
    ...(input.reason ? [Prisma.sql`${input.reason} = any(e.reasons)`] : []),
    ...(request
      ? [
          Prisma.sql`(e.occurred_at, e.request_id, e.code) > (${new Date(Number(at))}, ${request}::uuid, ${code})`,
        ]
      : []),
  ];
  return tx.$queryRaw<Row[]>`
    select e.id::text as id, e.request_id::text as "requestId", c.number, e.side::text as side,
      e.organisation_id::text as "organisationId", o.name as "organisationName", o.kind::text as "organisationKind",
      case when e.side = 'requester' then c.provider_name else c.requester_name end as counterpart,
      c.patient_id::text as "patientId", c.kvnr, c.birth_date as "birthDate", e.tariff, e.code, e.quantity, e.points,
      e.amount_cents as "amountCents", e.occurred_at as "occurredAt", c.present_seconds as "presentSeconds",
      ${stateSql} as state, e.reasons, b.number as batch
    from billable_event e
    join billing_case c on c.request_id = e.request_id
    join organisation o on o.id = e.organisation_id
    left join export_batch b on b.id = e.batch_id
    where ${Prisma.join(where, ' and ')}
    order by e.occurred_at, e.request_id, e.code limit ${input.limit + 1}`;
}

function reasonsOf(
  tx: Tx,
  scope: Prisma.Sql,
  state: EventState | undefined,
): Promise<{ reason: string; events: number }[]> {
  return tx.$queryRaw`
    select reason, count(*)::int as events
    from billable_event e join billing_case c on c.request_id = e.request_id, unnest(e.reasons) as reason
    where ${scope} and ${state ? inState(state) : Prisma.sql`true`}
    group by reason order by events desc, reason`;
}

function present(row: Row): BillingRow {
  const {
    organisationId,
    organisationName,
    organisationKind,
    patientId: _,
    kvnr,
    birthDate,
    occurredAt,
    ...rest
  } = row;
  return {
    ...rest,
    organisation: { id: organisationId, name: organisationName, kind: organisationKind },
    patient: { kvnr, birthDate: birthDate.toISOString().slice(0, 10) },
    occurredAt: occurredAt.toISOString(),
  };
}
