import { ask, type Tx } from '../../kernel/db.ts';
import { Prisma } from '../../kernel/generated/client.ts';
import { composed } from '../../kernel/statement.ts';
import type { VitalValues } from './contract.ts';
import type { CameBack, OrderReason, UrgentStep } from './ladder-contract.ts';

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
  birthDate: string;
  sex: 'female' | 'male' | 'other' | 'unknown';
  room: string | null;
  allergies: string | null;
  organisation: string;
  person: string | null;
  /** What was taken in this request, oldest first. */
  sets: VitalValues[];
  news2: number | null;
  news2Complete: boolean | null;
  news2At: Date | null;
  news2Before: number | null;
  oxygenScale: 1 | 2;
  pregnant: boolean;
  departmentId: string;
  department: string;
  level: number;
  step: UrgentStep | null;
  stepDueAt: Date | null;
  ringing: boolean;
  ownAnswer: 'declined' | 'later' | null;
  ownUntil: Date | null;
  ownHelp: 'invited' | 'joined' | 'declined' | 'left' | null;
  promised: { name: string; until: string }[];
  rung: string[];
  missed: string[];
  cameBackReason: CameBack['reason'] | null;
  cameBackFrom: string | null;
  cameBackAt: Date | null;
  pinnedAt: Date | null;
  pinnedBy: string | null;
  pinReason: OrderReason | null;
  pinNote: string | null;
  openQuestions: number;
  ambulanceCalledAt: Date | null;
  addedAt: Date | null;
  addedSituations: string[] | null;
};

const reached = Prisma.sql`(select app_reached_requests())::uuid[]`;

/**
 * What the queue of a department shows the actor, by one statement: requests that wait for it, those of others that
 * ring for the actor as next level, and open ones to which the actor is joined as second specialist.
 */
export async function queueRows(
  tx: Tx,
  departmentId: string,
): Promise<{ waiting: QueueRow[]; helped: QueueRow[] }> {
  const rows = await urgentRows(
    tx,
    Prisma.sql`r.id = any (${reached} || array(select w.id from consult_request w where w.kind = 'urgent'
      and w.status = 'waiting' and w.provider_department_id = ${departmentId}::uuid))`,
  );
  return {
    waiting: rows.filter(
      (row) => row.status === 'waiting' && (row.departmentId === departmentId || row.ringing),
    ),
    helped: rows.filter(
      ({ status, ownHelp }) => isOpen(status) && (ownHelp === 'invited' || ownHelp === 'joined'),
    ),
  };
}

const isOpen = (status: QueueRow['status']): boolean =>
  status === 'waiting' || status === 'accepted' || status === 'in_consultation';

/** Requests of a department that are open, or were raised since an instant. */
export const openOrSince = (departmentId: string, since: Date): Prisma.Sql =>
  Prisma.sql`r.provider_department_id = ${departmentId}::uuid
    and (r.status in ('waiting', 'accepted', 'in_consultation') or u.raised_at >= ${since})`;

/** What is known of the rings of a request's present round: the actor's own, and who rings, promised or missed it. */
const ringsOfRound = Prisma.sql`
  select coalesce(bool_or(k.account_id = app_account() and k.ended_at is null), false) as ringing,
    (array_agg(k.answer::text order by k.rung_at desc, k.id desc)
      filter (where k.account_id = app_account() and k.answer in ('declined', 'later') and k.resumed_at is null))[1] as "ownAnswer",
    (array_agg(k.until order by k.rung_at desc, k.id desc)
      filter (where k.account_id = app_account() and k.answer in ('declined', 'later') and k.resumed_at is null))[1] as "ownUntil",
    coalesce(jsonb_agg(jsonb_build_object('name', a.display_name, 'until', k.until) order by k.until)
      filter (where k.answer = 'later' and k.resumed_at is null), '[]') as promised,
    coalesce(array_agg(a.display_name order by k.rung_at, k.id) filter (where k.ended_at is null), '{}') as rung,
    coalesce(array_agg(distinct a.display_name) filter (where k.missed_at is not null), '{}') as missed
  from urgent_ring k join person a on a.id = k.account_id
  where k.request_id = u.request_id and k.round = u.round`;

/**
 * One query: the request with its patient, who asks, the score of what is known in this request (complete when each
 * parameter was taken at least once), and the patient's score before the last one.
 */
export const urgentRows = (tx: Tx, where: Prisma.Sql): Promise<QueueRow[]> =>
  ask<QueueRow>(
    tx,
    composed(Prisma.sql`select r.id as "requestId", r.number, r.status::text as status, r.question,
    u.urgency::text as urgency, u.raised_at as "raisedAt", u.target_at as "targetAt", u.situations, u.onset, u.wanted,
    u.callback_phone as phone, u.claimed_at as "claimedAt", c.display_name as "claimedBy",
    p.id as "patientId", p.family_name as "familyName", p.given_name as "givenName", p.birth_date::text as "birthDate",
    p.sex::text as sex, p.room, r.allergies, o.name as organisation, a.display_name as person,
    v.sets, case when v.at is null then null else u.news2 end as news2, v.complete as "news2Complete", v.at as "news2At",
    b.news2 as "news2Before", u.pregnant,
    coalesce((select x.scale::int from oxygen_scale_decision x where x.patient_id = p.id
      order by x.decided_at desc, x.id desc limit 1), 1) as "oxygenScale", d.id as "departmentId", d.name as department, u.level, u.step::text as step,
    u.step_due_at as "stepDueAt", g.ringing, g."ownAnswer", g."ownUntil", h.state::text as "ownHelp",
    g.promised, g.rung, g.missed, u.came_back_reason as "cameBackReason", u.came_back_at as "cameBackAt",
    (select display_name from person where id = u.came_back_from_id) as "cameBackFrom", u.pinned_at as "pinnedAt",
    (select display_name from person where id = u.pinned_by_id) as "pinnedBy", u.pin_reason as "pinReason",
    u.pin_note as "pinNote", u.ambulance_called_at as "ambulanceCalledAt",
    x.at as "addedAt", x.situations as "addedSituations",
    (select count(*)::int from urgent_message m where m.request_id = r.id and m.is_question and not exists (
      select 1 from urgent_message n where n.request_id = r.id and not n.is_question and n.at >= m.at)) as "openQuestions"
  from consult_request r
  join urgent_request u on u.request_id = r.id
  join patient p on p.id = r.patient_id
  join organisation o on o.id = r.requester_organisation_id
  join department d on d.id = r.provider_department_id
  left join person a on a.id = r.requester_account_id
  left join person c on c.id = u.claimed_by_id
  left join lateral (
    select max(s.taken_at) filter (where s.news2 is not null) as at,
      num_nulls(max(s.respiratory_rate), max(s.oxygen_saturation), bool_or(s.on_oxygen), max(s.systolic), max(s.pulse),
        max(s.consciousness::text), max(s.temperature)) = 0 as complete,
      coalesce(jsonb_agg(jsonb_build_object('respiratoryRate', s.respiratory_rate, 'oxygenSaturation', s.oxygen_saturation,
        'onOxygen', s.on_oxygen, 'systolic', s.systolic, 'diastolic', s.diastolic, 'pulse', s.pulse,
        'consciousness', s.consciousness, 'temperature', s.temperature, 'glucose', s.glucose, 'pain', s.pain)
        order by s.taken_at, s.id), '[]') as sets
    from vital_signs s where s.request_id = r.id
  ) v on true
  left join lateral (
    select s.news2 from vital_signs s
    where s.patient_id = p.id and s.news2 is not null and s.taken_at < v.at
    order by s.taken_at desc limit 1
  ) b on true
  left join lateral (
    select n.at, n.situations from urgent_addition n where n.request_id = r.id order by n.at desc, n.id desc limit 1
  ) x on true
  left join urgent_helper h on h.request_id = r.id and h.account_id = app_account()
  cross join lateral (${ringsOfRound}) g
  where r.kind = 'urgent' and ${where}`),
  );
