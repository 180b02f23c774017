import type { Tx } from '../../kernel/db.ts';
import { Prisma } from '../../kernel/generated/client.ts';
import type { VitalValues } from './contract.ts';
import { lastKnown, valuesOf } from './known-values.ts';

/** One urgent request as a row of the queue or the board. */
export type QueueRow = {
  requestId: string;
  number: number;
  status: 'waiting' | 'accepted' | 'in_consultation' | 'consulted' | 'answered' | 'withdrawn';
  question: string;
  urgency: 'immediate' | 'urgent' | 'today';
  raisedAt: Date;
  targetAt: Date;
  claimedAt: Date | null;
  claimedBy: string | null;
  situations: string[];
  onset: string | null;
  wanted: string | null;
  phone: string;
  patientId: string;
  familyName: string;
  givenName: string;
  birthDate: Date;
  sex: 'female' | 'male' | 'other' | 'unknown';
  room: string | null;
  allergies: string | null;
  organisation: string;
  person: string | null;
  news2: number | null;
  news2Complete: boolean | null;
  news2At: Date | null;
  news2Before: number | null;
};

/** Requests that wait for a department. */
export const waitingIn = (departmentId: string): Prisma.Sql =>
  Prisma.sql`r.provider_department_id = ${departmentId}::uuid and r.status = 'waiting'`;

/** Requests of a department that are open, or were raised since an instant. */
export const openOrSince = (departmentId: string, since: Date): Prisma.Sql =>
  Prisma.sql`r.provider_department_id = ${departmentId}::uuid
    and (r.status in ('waiting', 'accepted', 'in_consultation') or u.raised_at >= ${since})`;

/**
 * One query: the request with its patient, who asks, the score of what is known in this request (complete when each
 * parameter was taken at least once), and the patient's score before the last one.
 */
export const urgentRows = (tx: Tx, where: Prisma.Sql): Promise<QueueRow[]> => tx.$queryRaw<QueueRow[]>`
  select r.id as "requestId", r.number, r.status::text as status, r.question,
    u.urgency::text as urgency, u.raised_at as "raisedAt", u.target_at as "targetAt", u.situations, u.onset, u.wanted,
    u.callback_phone as phone, u.claimed_at as "claimedAt", c.display_name as "claimedBy",
    p.id as "patientId", p.family_name as "familyName", p.given_name as "givenName", p.birth_date as "birthDate",
    p.sex::text as sex, p.room, r.allergies, o.name as organisation, a.display_name as person,
    case when v.at is null then null else u.news2 end as news2, v.complete as "news2Complete", v.at as "news2At",
    b.news2 as "news2Before"
  from consult_request r
  join urgent_request u on u.request_id = r.id
  join patient p on p.id = r.patient_id
  join organisation o on o.id = r.requester_organisation_id
  left join person a on a.id = r.requester_account_id
  left join person c on c.id = u.claimed_by_id
  left join lateral (
    select max(s.taken_at) filter (where s.news2 is not null) as at,
      num_nulls(max(s.respiratory_rate), max(s.oxygen_saturation), bool_or(s.on_oxygen), max(s.systolic), max(s.pulse),
        max(s.consciousness::text), max(s.temperature)) = 0 as complete
    from vital_signs s where s.request_id = r.id
  ) v on true
  left join lateral (
    select s.news2 from vital_signs s
    where s.patient_id = p.id and s.news2 is not null and s.taken_at < v.at
    order by s.taken_at desc limit 1
  ) b on true
  where r.kind = 'urgent' and ${where}`;

/** The last taken value of each kind, per request. */
export async function knownByRequest(
  tx: Tx,
  requestIds: readonly string[],
): Promise<Map<string, VitalValues>> {
  const sets = await tx.vitalSigns.findMany({
    where: { requestId: { in: [...requestIds] } },
    orderBy: [{ takenAt: 'asc' }, { id: 'asc' }],
  });
  return new Map(
    requestIds.map((id) => [id, lastKnown(sets.filter((set) => set.requestId === id).map(valuesOf))]),
  );
}
