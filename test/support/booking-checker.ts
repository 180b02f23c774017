import { type Attempt, overlaps, type Rows, type Violation } from './race-history.ts';
import { unfoundedRefusals } from './race-refusals.ts';
import { wrongRows } from './race-rows.ts';
import { endsIn, type Stay, staysIn } from './race-stays.ts';

/**
 * Judges a race for times by its recorded history and the rows that it left. Nothing found means: every acknowledged
 * booking is there exactly once, as it was last acknowledged; no two live ones of one practitioner overlap, and at no
 * moment of the race did two have one time; every refusal had its reason; nothing is half written. Where the answer was
 * lost, either is right. Pure.
 */
export const checkRace = (attempts: readonly Attempt[], rows: Rows): Violation[] => {
  const ends = endsIn(attempts);
  const stays = staysIn(attempts, rows, ends);
  const overbooked = new Set(rows.bookings.flatMap((row) => (row.overbooked ? [row.id] : [])));
  return [
    ...givenTwice(stays.filter(({ id }) => !overbooked.has(id))),
    ...unfoundedRefusals(attempts, stays, ends),
    ...wrongRows(attempts, rows, ends),
  ];
};

/** Two had one time at the same moment, or somebody was given a time that another surely had all the while. */
function givenTwice(stays: readonly Stay[]): Violation[] {
  const acknowledged = stays.filter(({ surelyFrom }) => surelyFrom < Infinity);
  const groups = Map.groupBy(
    acknowledged.toSorted((a, b) => a.surelyFrom - b.surelyFrom),
    ({ slot }) => slot.practitionerId,
  );
  return [...groups.values()].flatMap((list) =>
    list.flatMap((first, at) => {
      const found: Violation[] = [];
      for (let next = at + 1; next < list.length; next += 1) {
        const second = list[next] as Stay;
        if (second.surelyFrom > first.surelyUntil) break;
        const both = second.surelyFrom < Math.min(first.surelyUntil, second.surelyUntil);
        const inside = second.mayFrom >= first.surelyFrom;
        if ((both || inside) && first.id !== second.id && overlaps(first.slot, second.slot)) {
          found.push({ rule: 'given_twice', what: JSON.stringify({ first, second }) });
        }
      }
      return found;
    }),
  );
}
