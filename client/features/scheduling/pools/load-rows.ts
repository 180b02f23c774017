import type { Reply } from '../../../../server/kernel/wire.ts';
import type { poolLoad } from '../../../../server/modules/scheduling/pool-contract.ts';

type Months = Reply<typeof poolLoad>['months'];

/** A row per person of the pool (and per former member who still has some), a number per month, and the greatest. */
export function loadRows(
  members: readonly string[],
  people: readonly { id: string; name: string }[],
  months: Months,
): { rows: { id: string; name: string; counts: number[] }[]; most: number } {
  const counted = months.flatMap((month) =>
    month.people.filter(({ bookings }) => bookings > 0).map(({ practitionerId }) => practitionerId),
  );
  const shown = new Set([...members, ...counted]);
  const rows = people
    .filter(({ id }) => shown.has(id))
    .map(({ id, name }) => ({
      id,
      name,
      counts: months.map(
        (month) => month.people.find(({ practitionerId }) => practitionerId === id)?.bookings ?? 0,
      ),
    }));
  return { rows, most: Math.max(0, ...rows.flatMap(({ counts }) => counts)) };
}
