import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  bruteForceOffers,
  bruteForceSlots,
  type WallTable,
  wallTable,
} from '../../../../test/support/availability-oracle.ts';
import { interval, overlapFinder } from '../../../kernel/interval.ts';
import { freeSlots, judgeStart } from './availability.ts';
import { candidates, groupOffers, type Offers } from './candidates.ts';
import { type FreeOffer, freeOffers } from './free-offers.ts';
import type { AvailabilityQuery } from './obstacles.ts';
import { partsOfDay } from './part-of-day.ts';
import { isPublicHoliday } from './public-holidays.ts';
import {
  type Calendar,
  type FreeSlot,
  modalities,
  type Roster,
  type RosterOverride,
  weekPatterns,
} from './roster.ts';
import { bySlot, whoOf } from './slot-order.ts';
import { windowsOn, zonesOf } from './windows.ts';

const minute = 60_000;
const day = 1_440 * minute;
/** Situations compared with brute force, in every run of the tests. */
const runs = 10_000;

/** Both clock changes of 2026 (the spring one before Easter), and the turn of a year with 53 weeks. */
const seasons = ['2026-03-23', '2026-10-19', '2026-12-21'].map((date) => Date.parse(`${date}T00:00:00Z`));
const length = 16 * day;

const tables = new Map<string, WallTable>();
function tableAt(season: number, zone: string): WallTable {
  const key = `${season} ${zone}`;
  const table = tables.get(key) ?? wallTable(zone, season - 3 * day, season + length + 10 * day);
  tables.set(key, table);
  return table;
}

const two = (of: number) => String(of).padStart(2, '0');
// Small hours are drawn often: that is where the clock changes.
const time = fc
  .oneof(fc.integer({ min: 0, max: 287 }), fc.integer({ min: 6, max: 48 }))
  .map((of) => `${two(Math.floor(of / 12))}:${two((of % 12) * 5)}`);
const weekday = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(6, 7) }, fc.integer({ min: 1, max: 7 }));
const dateIn = (season: number) =>
  fc.nat(18).map((days) => new Date(season + (days - 1) * day).toISOString().slice(0, 10));
const spanIn = (season: number, longest: number) =>
  fc
    .tuple(fc.nat(length / minute), fc.nat(longest))
    .map(([from, minutes]) => interval(season + from * minute, season + (from + minutes) * minute));

type Weekly = Omit<Roster, 'id' | 'practitionerId'>;
const rosterIn = (season: number, poolId: string | null): fc.Arbitrary<Weekly> =>
  fc.record({
    departmentId: fc.constantFrom('d1', 'd2'),
    poolId: fc.constant(poolId),
    weekday,
    fromTime: time,
    untilTime: time,
    zone: fc.constantFrom('Europe/Berlin', 'Europe/Berlin', 'Europe/Berlin', 'Europe/London'),
    slotMinutes: fc.integer({ min: 5, max: 60 }),
    bufferBeforeMinutes: fc.constantFrom(0, 0, 5, 7),
    bufferAfterMinutes: fc.constantFrom(0, 0, 10, 13),
    minimumNoticeMinutes: fc.constantFrom(0, 0, 0, 60, 3_000),
    furthestDaysAhead: fc.constantFrom(0, 3, 14, 60, 60),
    validFrom: fc.oneof({ weight: 3, arbitrary: fc.constant('2026-01-01') }, dateIn(season)),
    validUntil: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, dateIn(season)),
    weekPattern: fc.constantFrom('every', 'every', ...weekPatterns),
    modality: fc.constantFrom(...modalities),
    audienceCounties: fc.constantFrom([], [], [], ['03451']),
    audienceOrganisations: fc.constantFrom([], [], [], ['o1']),
  });

const overrideIn = (season: number): fc.Arbitrary<RosterOverride> =>
  fc.record({
    day: dateIn(season),
    departmentId: fc.constantFrom('d1', 'd2'),
    intervals: fc.array(fc.record({ from: time, until: time }), { maxLength: 3 }),
  });

/** What is a person's alone. */
const personIn = (season: number) =>
  fc.record({
    own: fc.array(rosterIn(season, null), { maxLength: 3 }),
    overrides: fc.uniqueArray(overrideIn(season), { selector: (one) => one.day, maxLength: 2 }),
    absences: fc.array(spanIn(season, 2_000), { maxLength: 3 }),
    blocked: fc.array(spanIn(season, 60), { maxLength: 6 }),
    pools: fc.subarray(['pool1', 'pool2']),
  });

const queryIn = (season: number) => {
  const asked = fc.record({
    range: fc.oneof(fc.constant(interval(season, season + length)), spanIn(season, 10_000)),
    now: fc.oneof(fc.constant(season - day), fc.integer({ min: season - day, max: season + 6 * day })),
  });
  const filter = fc.record(
    {
      asker: fc.constantFrom(
        { countyAgs: '03451', organisationId: 'o9' },
        { countyAgs: '03460', organisationId: 'o1' },
      ),
      modalities: fc.subarray([...modalities], { minLength: 1 }),
      departmentId: fc.constantFrom('d1', 'd2'),
      poolId: fc.constantFrom(null, 'pool1', 'pool2'),
      minutes: fc.constantFrom(10, 30),
      partOfDay: fc.constantFrom(...partsOfDay),
    },
    { requiredKeys: [] },
  );
  return fc.oneof(
    asked,
    fc.tuple(asked, filter).map(([one, more]): AvailabilityQuery => ({ ...one, ...more })),
  );
};

const situation = fc.constantFrom(...seasons).chain((season) =>
  fc
    .record({
      people: fc.array(personIn(season), { minLength: 1, maxLength: 3 }),
      pools: fc.tuple(
        fc.array(rosterIn(season, 'pool1'), { maxLength: 2 }),
        fc.array(rosterIn(season, 'pool2'), { maxLength: 1 }),
      ),
      query: queryIn(season),
    })
    .map(({ people, pools, query }) => {
      const shared = pools.flat().map((roster, at) => ({ ...roster, id: `s${at}` }));
      const calendars = people.map(({ own, pools: joined, ...rest }, at): Calendar => {
        const practitionerId = `p${at}`;
        const rosters = [
          ...own.map((roster, n) => ({ ...roster, id: `r${at}${n}` })),
          ...shared.filter(({ poolId }) => joined.some((one) => one === poolId)),
        ];
        return { ...rest, rosters: rosters.map((roster) => ({ ...roster, practitionerId })) };
      });
      const tableOf = (zone: string) => tableAt(season, zone);
      return { calendars, calendar: calendars[0] as Calendar, query, tableOf };
    }),
);

/** What the lazy walk says, with the bookings left out as the finder does. */
function lazily(calendars: readonly Calendar[], query: AvailabilityQuery): FreeOffer[] {
  const offers: Offers = {
    zones: zonesOf(calendars.flatMap(({ rosters }) => rosters)),
    on: (date) =>
      groupOffers(
        calendars.flatMap((calendar) =>
          windowsOn(calendar, date, isPublicHoliday).map((window) => ({
            ...window,
            absent: overlapFinder(calendar.absences),
          })),
        ),
      ),
  };
  const taken = calendars.map(({ blocked }) => overlapFinder(blocked));
  const isFree = ({ practitionerId, blockedFrom, blockedUntil }: FreeSlot) =>
    !taken[Number(practitionerId.slice(1))]?.({ start: blockedFrom, end: blockedUntil });
  return freeOffers([...candidates(offers, query)].filter(isFree));
}

const plain = ({ slot, people }: FreeOffer) => ({
  start: slot.start,
  end: slot.end,
  who: whoOf(slot),
  modality: slot.modality,
  people,
});

/** As `toEqual`, which takes its time also where all is well. */
function same(one: unknown, other: unknown): void {
  if (JSON.stringify(one) !== JSON.stringify(other)) expect(one).toEqual(other);
}

it('finds exactly the times that brute force finds, minute by minute, for people and pools', {
  timeout: 300_000,
}, () => {
  let seen = 0;
  let shared = 0;
  fc.assert(
    fc.property(situation, ({ calendars, query, tableOf }) => {
      const slots = calendars.map((calendar) => freeSlots(calendar, query));
      calendars.forEach((calendar, at) => {
        same(slots[at], bruteForceSlots(calendar, query, tableOf));
      });
      const offers = bruteForceOffers(calendars, query, tableOf);
      same(freeOffers(slots.flat().sort(bySlot)).map(plain), offers);
      same(lazily(calendars, query).map(plain), offers);
      seen += offers.length;
      shared += offers.filter(({ people }) => people > 1).length;
    }),
    { numRuns: runs },
  );
  // Otherwise nothing has been compared.
  expect(seen).toBeGreaterThan(runs * 4);
  expect(shared).toBeGreaterThan(runs / 10);
});

it('judges a start as free exactly when it is among the free times', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(situation, fc.nat(2_000), ({ calendar, query }, offset) => {
      const slots = freeSlots(calendar, query);
      for (const { start } of slots.slice(0, 20)) {
        expect(judgeStart(calendar, start, query)).toHaveProperty('slot.start', start);
      }
      const wished = query.range.start + offset * minute;
      const isFree = slots.some(({ start }) => start === wished);
      if (wished < query.range.end) expect('slot' in judgeStart(calendar, wished, query)).toBe(isFree);
    }),
    { numRuns: 200 },
  );
});

it('offers only times of which each alone could be booked, and books none of them away by chance', () => {
  fc.assert(
    fc.property(situation, ({ calendar, query }) => {
      const [first] = freeSlots(calendar, query);
      if (!first) return;
      const taken = { start: first.blockedFrom, end: first.blockedUntil };
      const after = freeSlots({ ...calendar, blocked: [...calendar.blocked, taken] }, query);
      expect(after.some((slot) => slot.blockedFrom < taken.end && taken.start < slot.blockedUntil)).toBe(
        false,
      );
    }),
    { numRuns: 200 },
  );
});
