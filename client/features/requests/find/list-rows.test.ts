import { describe, expect, it } from 'vitest';
import { byDay, listRows } from './list-rows.ts';

const offer = (who: string, clock: string, departmentId = 'd') => ({
  practitionerId: who.startsWith('pool') ? null : who,
  poolId: who.startsWith('pool') ? who : null,
  departmentId,
  startAt: `2026-11-24T${clock}:00.000Z`,
  endAt: `2026-11-24T${clock}:00.000Z`,
  people: who.startsWith('pool') ? 3 : 1,
  name: who,
  departmentName: 'Kardiologie',
  houseName: 'Klinikum',
});

describe('free times one under the other', () => {
  it('has one row for a start and a department, and offers the pool there', () => {
    const rows = listRows([
      offer('a', '08:40'),
      offer('pool', '08:40'),
      offer('b', '08:40', 'e'),
      offer('a', '09:00'),
    ]);
    expect(rows.map((row) => [row.startAt.slice(11, 16), row.offer.name, row.people])).toEqual([
      ['08:40', 'pool', 4],
      ['08:40', 'b', 1],
      ['09:00', 'a', 1],
    ]);
  });

  it('parts them by the day on the region’s clock', () => {
    const late = { ...offer('a', '08:40'), startAt: '2026-11-24T23:10:00.000Z' };
    expect(byDay(listRows([offer('a', '08:40'), late])).map(({ day }) => day)).toEqual([
      '2026-11-24',
      '2026-11-25',
    ]);
  });
});
