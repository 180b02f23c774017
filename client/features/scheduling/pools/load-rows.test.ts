import { expect, it } from 'vitest';
import { loadRows } from './load-rows.ts';

it('shows everybody of the pool, with none too, and who left it but still has some', () => {
  const people = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: id.toUpperCase() }));
  const months = [
    { month: '2026-11', people: [{ practitionerId: 'a', bookings: 4 }] },
    {
      month: '2026-12',
      people: [
        { practitionerId: 'c', bookings: 5 },
        { practitionerId: 'd', bookings: 0 },
      ],
    },
  ];
  expect(loadRows(['a', 'b'], people, months)).toEqual({
    rows: [
      { id: 'a', name: 'A', counts: [4, 0] },
      { id: 'b', name: 'B', counts: [0, 0] },
      { id: 'c', name: 'C', counts: [0, 5] },
    ],
    most: 5,
  });
});
