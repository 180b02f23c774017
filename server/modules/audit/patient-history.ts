import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { forbidden } from '../../kernel/errors.ts';
import type { Input } from '../../kernel/wire.ts';
import type { getPatientHistory as asked } from './contract.ts';
import { type EventRow, presentActor } from './event-rows.ts';
import { aboutPatient, findPatient } from './filter.ts';
import { mayReadAudit } from './policy.ts';

type Row = Pick<
  EventRow,
  'actor_account_id' | 'actor_role' | 'display_name' | 'organisation_id' | 'organisation'
> & { views: number; changes: number; first_at: Date; last_at: Date };

/** Who saw or changed a patient's data, by person. @throws forbidden; not_found `patient_not_found` */
export async function getPatientHistory(deps: Deps, actor: Actor, { number }: Input<typeof asked>) {
  if (!mayReadAudit(actor)) throw forbidden();
  return deps.db.as(actor, async (tx) => {
    const patient = await findPatient(tx, number);
    const rows = await tx.$queryRaw<Row[]>`
      select e.actor_account_id, e.actor_role, p.display_name, o.id as organisation_id, o.name as organisation,
        count(*) filter (where e.type like '%.viewed')::int as views,
        count(*) filter (where e.type not like '%.viewed')::int as changes,
        min(e.at) as first_at, max(e.at) as last_at
      from audit_event e
      left join person p on p.id = e.actor_account_id
      left join organisation o on o.id = e.actor_organisation_id
      where ${aboutPatient(patient.id)}
      group by e.actor_account_id, e.actor_role, p.display_name, o.id, o.name
      order by max(e.at) desc`;
    await deps.record(tx, actor, {
      type: 'audit.viewed',
      subject: { kind: 'audit', id: 'patient' },
      patientId: patient.id,
      payload: { people: rows.length },
    });
    return {
      patient,
      people: rows.map((row) => ({
        actor: presentActor(row),
        views: row.views,
        changes: row.changes,
        firstAt: row.first_at.toISOString(),
        lastAt: row.last_at.toISOString(),
      })),
    };
  });
}
