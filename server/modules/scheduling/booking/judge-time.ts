import type { Actor, Cause } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { serialise } from '../../../kernel/lock.ts';
import type { slotErrors } from '../contract.ts';
import { busyTimes } from '../finding/busy-times.ts';
import { chooseMember } from '../finding/choose-member.ts';
import { askerOf } from '../finding/free-finder.ts';
import { personHours } from '../finding/person-hours.ts';
import { judgeStart, type StartVerdict } from '../time/availability.ts';
import { type Asker, type Calendar, type FreeSlot, modalities } from '../time/roster.ts';
import { freeExpiredHolds } from './free-holds.ts';
import type { Named } from './nearest-free.ts';

/** Its county is looked up when it is not known. */
type Asking = Pick<Asker, 'organisationId'> & Partial<Asker>;

/** By whose rules a time is judged. */
export type View = {
  /** Whom rosters with an audience look at. Null = the department itself, which may use any roster of its people. */
  asker: Asking | null;
  /** Only times of this department. */
  departmentId?: string;
  /** The booking that is to be moved: its own time is not in its way. */
  moving?: string;
};

export type SlotError = (typeof slotErrors)[number];
export type Verdict = { slot: FreeSlot } | { refused: SlotError };
type Refused = Extract<StartVerdict, { refused: string }>['refused'];
const codes: Record<Refused, SlotError> = {
  time_past: 'slot_in_past',
  notice_too_short: 'slot_under_notice',
  too_far_ahead: 'slot_beyond_furthest_day',
  // Who is away offers no time; why is nobody's business.
  practitioner_absent: 'slot_outside_roster',
  time_outside_roster: 'slot_outside_roster',
  slot_taken: 'slot_taken',
};

export const practiceView = ({ organisationId }: Actor): View => ({ asker: { organisationId } });

/**
 * Takes the calendar of whoever is named for this transaction, and judges the time in it; of a pool, its people's. What
 * has run out there is freed, so that the time can be written.
 * @throws notFound `practitioner_not_found`, `pool_not_found`; invalid `choose_one`, `other_department`
 */
export async function judgeTime(
  deps: Deps,
  tx: Tx,
  cause: Cause,
  named: Named,
  view: View,
): Promise<Verdict> {
  const { practitionerId, poolId } = named;
  if ((practitionerId === undefined) === (poolId === undefined)) {
    throw invalid('choose_one', { fields: { practitionerId: 'choose_one' } });
  }
  const now = deps.clock.now();
  const start = Date.parse(named.startAt);
  const verdict = practitionerId
    ? await judgePerson(tx, practitionerId, start, now, view)
    : await judgePool(tx, poolId ?? '', start, now, view);
  if ('refused' in verdict) return { refused: codes[verdict.refused] };
  await freeExpiredHolds(deps, tx, cause, [verdict.slot.practitionerId]);
  return verdict;
}

async function judgePerson(
  tx: Tx,
  practitionerId: string,
  start: number,
  now: Date,
  view: View,
): Promise<StartVerdict> {
  const { asker } = view;
  await serialise(tx, `booking:${practitionerId}`);
  const person = await personHours(tx, practitionerId, asker?.organisationId ?? null, now);
  if (!person) throw notFound('practitioner');
  if (view.departmentId && person.departmentId !== view.departmentId) throw otherDepartment();
  const around = { practitionerId, start: start - margin, end: start + margin };
  const blocked = (await busyTimes(tx, [around], now, view.moving)).get(practitionerId) ?? [];
  return judgeStart(seenBy(view, { ...person.hours, blocked }), start, {
    range: { start, end: start + 1 },
    now: now.getTime(),
    // Hours of a pool go to whom it assigns, unless the department itself says to whom.
    ...(asker
      ? { asker: { countyAgs: person.countyAgs ?? '', ...asker }, modalities: ['video'], poolId: null }
      : {}),
    departmentId: view.departmentId,
  });
}

/** What begins so much earlier or later may reach in with its length and buffers, in ms. */
const margin = 12 * 3_600_000;

async function judgePool(
  tx: Tx,
  poolId: string,
  start: number,
  now: Date,
  view: View,
): Promise<StartVerdict> {
  await serialise(tx, `pool:${poolId}`);
  if (view.departmentId) {
    const pool = await tx.pool.findUnique({ where: { id: poolId }, select: { departmentId: true } });
    if (pool && pool.departmentId !== view.departmentId) throw otherDepartment();
  }
  return chooseMember(tx, poolId, start, {
    ...(view.asker ? { asker: await wholeAsker(tx, view.asker) } : { modalities }),
    now,
    but: view.moving,
    seen: (calendar) => seenBy(view, calendar),
  });
}

async function wholeAsker(tx: Tx, { organisationId, countyAgs }: Asking): Promise<Asker> {
  return countyAgs === undefined ? askerOf(tx, { organisationId }) : { organisationId, countyAgs };
}

const always = { minimumNoticeMinutes: 0, furthestDaysAhead: 3_660 };

const seenBy = ({ asker }: View, calendar: Calendar): Calendar =>
  asker ? calendar : { ...calendar, rosters: calendar.rosters.map((roster) => ({ ...roster, ...always })) };

export const otherDepartment = () =>
  invalid('other_department', { fields: { practitionerId: 'other_department' } });
