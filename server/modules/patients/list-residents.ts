import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { forbidden } from '../../kernel/errors.ts';
import type { Resident } from './contract.ts';
import { mayListResidents } from './policy.ts';
import { presentPatientBanner, withKeeper } from './present.ts';
import { recordPatientsSeen } from './record-patients-seen.ts';

type Latest = {
  id: string;
  taken_at: Date | null;
  news2: number | null;
  request_id: string | null;
  kind: string | null;
  status: string | null;
};

/** The residents' grid: one look per resident into vital signs and requests, not one query each. */
export async function listResidents(deps: Deps, actor: Actor): Promise<{ residents: Resident[] }> {
  if (!mayListResidents(actor)) throw forbidden();
  return deps.db.as(actor, async (tx) => {
    const rows = await tx.patient.findMany({
      where: { organisationId: actor.organisationId, active: true },
      include: withKeeper,
    });
    const latest = await tx.$queryRaw<Latest[]>`
      select p.id::text as id, v.taken_at, v.news2, r.id::text as request_id, r.kind::text as kind, r.status::text as status
      from patient p
      left join lateral (
        select taken_at, news2 from vital_signs where patient_id = p.id order by taken_at desc limit 1
      ) v on true
      left join lateral (
        select id, kind, status from consult_request
        where patient_id = p.id and status not in ('answered', 'cancelled', 'withdrawn', 'no_show')
        order by created_at desc limit 1
      ) r on true
      where p.organisation_id = ${actor.organisationId}::uuid and p.active`;
    const byPatient = new Map(latest.map((row) => [row.id, row]));
    await recordPatientsSeen(
      deps,
      tx,
      actor,
      'residents',
      rows.map(({ id }) => id),
    );
    return {
      residents: rows
        .map((row) => ({
          ...presentPatientBanner(row),
          guardianName: row.guardianName,
          ...presentLatest(byPatient.get(row.id)),
        }))
        .sort(byRoomAndName),
    };
  });
}

function presentLatest(row: Latest | undefined): Pick<Resident, 'lastVitalSigns' | 'openRequest'> {
  return {
    lastVitalSigns: row?.taken_at ? { takenAt: row.taken_at.toISOString(), news2: row.news2 } : null,
    openRequest:
      row?.request_id && row.kind && row.status
        ? { id: row.request_id, kind: row.kind, status: row.status }
        : null,
  };
}

/** Room 9 before room 10; who has none comes last. */
const collator = new Intl.Collator('de', { numeric: true });
const byRoomAndName = (a: Resident, b: Resident): number =>
  Number(a.room === null) - Number(b.room === null) ||
  collator.compare(a.room ?? '', b.room ?? '') ||
  collator.compare(a.familyName, b.familyName) ||
  collator.compare(a.givenName, b.givenName);
