import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { forbidden } from '../../../kernel/errors.ts';
import type { Interval } from '../../../kernel/interval.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import { dateOf, dayBounds } from '../../../kernel/zoned-time.ts';
import { calendarRows } from '../booking/list-bookings.ts';
import { presentBooking } from '../booking/present-booking.ts';
import { bookablePractitioners } from '../finding/bookable-practitioners.ts';
import { checkRange } from '../finding/check-range.ts';
import { loadCalendars } from '../finding/load-calendars.ts';
import { mayChangePlan, mayKeepPools, maySeePlan } from '../policy.ts';
import type { Absence, Band, getPlan as endpoint, Override } from '../roster-contract.ts';
import { isPublicHoliday, publicHolidaysIn } from '../time/public-holidays.ts';
import type { Calendar } from '../time/roster.ts';
import { windowsIn } from '../time/windows.ts';
import { presentAbsence, presentOverride, presentPool, presentRoster } from './present-plan.ts';

type Plan = Reply<typeof endpoint>;

/** Everything that the department's roster calendar paints between two days, in a dozen queries. */
export async function viewPlan(deps: Deps, actor: Actor, input: Input<typeof endpoint>): Promise<Plan> {
  if (!maySeePlan(actor)) throw forbidden();
  checkRange(input.from, input.until, 62);
  const { departmentId } = actor;
  const range = { start: dayBounds(input.from).start, end: dayBounds(input.until).start };
  return deps.db.as(actor, async (tx) => {
    const department = await tx.department.findUniqueOrThrow({ where: { id: departmentId } });
    const people = await bookablePractitioners(tx, { departmentId });
    const ids = people.map(({ id }) => id);
    const rosters = await tx.roster.findMany({
      where: { departmentId },
      orderBy: [{ weekday: 'asc' }, { fromTime: 'asc' }],
    });
    const overrides = await tx.rosterOverride.findMany({
      where: {
        departmentId,
        practitionerId: { in: ids },
        day: { gte: new Date(input.from), lt: new Date(input.until) },
      },
    });
    const absences = await tx.absence.findMany({
      where: {
        departmentId,
        practitionerId: { in: ids },
        startAt: { lt: new Date(range.end) },
        endAt: { gt: new Date(range.start) },
      },
      orderBy: { startAt: 'asc' },
    });
    const pools = await tx.pool.findMany({
      where: { departmentId, active: true },
      include: { members: { where: { practitionerId: { in: ids } } } },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    });
    const calendars = await loadCalendars(tx, ids, range, deps.clock.now());
    const bookings = await calendarRows(tx, range, { departmentId });
    const days = overrides.map(presentOverride);
    const mayChange = ids.filter((practitionerId) => mayChangePlan(actor, { departmentId, practitionerId }));
    return {
      department: { id: department.id, name: department.name, specialtyCode: department.specialtyCode },
      people: people.map(({ id, name }) => ({ id, name })),
      pools: pools.map(presentPool),
      rosters: rosters.map(presentRoster),
      overrides: days,
      absences: absences
        .map(presentAbsence)
        .map((absence) => (mayChange.includes(absence.practitionerId) ? absence : bare(absence))),
      holidays: publicHolidaysIn(input.from, input.until),
      bands: ids.flatMap((id) => bandsOf(id, calendars.get(id), range, days)),
      bookings: bookings.flatMap(presentBooking),
      holds: await holdsIn(tx, departmentId, range, deps.clock.now()),
      coordinates: mayKeepPools(actor),
      mayChange,
    };
  });
}

/** Other people's holds are seen by the department whose time they keep. */
async function holdsIn(tx: Tx, departmentId: string, range: Interval, now: Date): Promise<Plan['holds']> {
  const rows = await tx.booking.findMany({
    where: {
      departmentId,
      state: 'held',
      heldUntil: { gt: now },
      startAt: { lt: new Date(range.end) },
      endAt: { gt: new Date(range.start) },
    },
    orderBy: [{ startAt: 'asc' }, { id: 'asc' }],
  });
  const organisations = await tx.organisation.findMany({
    where: { id: { in: rows.map(({ organisationId }) => organisationId) } },
    select: { id: true, name: true },
  });
  const names = new Map(organisations.map(({ id, name }) => [id, name]));
  // An offer ends a little before its hold does, so that the time goes straight to the next.
  const offers = await tx.waitingOffer.findMany({
    where: { state: 'open', bookingId: { in: rows.map(({ id }) => id) } },
    select: { bookingId: true, expiresAt: true },
  });
  const ends = new Map(offers.map(({ bookingId, expiresAt }) => [bookingId, expiresAt]));
  return rows.flatMap((row) =>
    row.heldUntil
      ? [
          {
            id: row.id,
            practitionerId: row.practitionerId,
            startAt: row.startAt.toISOString(),
            endAt: row.endAt.toISOString(),
            heldUntil: (ends.get(row.id) ?? row.heldUntil).toISOString(),
            by: names.get(row.organisationId) ?? '',
            waiting: row.waitingId !== null,
          },
        ]
      : [],
  );
}

/** Colleagues need to know that somebody is away, not that somebody is ill. */
const bare = (absence: Absence): Absence => ({ ...absence, reason: 'other' });

function bandsOf(
  practitionerId: string,
  calendar: Calendar | undefined,
  range: Interval,
  overrides: readonly Override[],
): Band[] {
  if (!calendar) return [];
  return windowsIn(calendar, range, isPublicHoliday).map(({ roster, window }) => {
    const day = dateOf(window.start);
    const override = overrides.find((one) => one.practitionerId === practitionerId && one.day === day);
    return {
      practitionerId,
      poolId: roster.poolId,
      rosterId: override ? null : roster.id,
      overrideId: override?.id ?? null,
      startAt: new Date(window.start).toISOString(),
      endAt: new Date(window.end).toISOString(),
      modality: roster.modality,
    };
  });
}
