import { expect, it } from 'vitest';
import { type Recorded, Script } from './load/support/statements.ts';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const step = (values: Recorded['values'], rows: Recorded['rows']): Recorded => ({
  call: 'x',
  connection: 1,
  text: 'select 1',
  name: null,
  values,
  rows,
});

it('recorded statements are sent again with other ids: those given, and those that the database brought forth', () => {
  const script = new Script([
    step([id(1), { instant: '2026-11-24T08:00:00.000Z' }], [[id(2), 7]]),
    step([id(2), `{"request":"${id(2)}","person":"${id(1)}"}`, { list: [id(1), id(9)] }], [[id(2)]]),
  ]);
  const ids = new Map([[id(1), id(11)]]);
  expect(script.values(0, ids)).toEqual([id(11), new Date('2026-11-24T08:00:00Z')]);
  script.learn(0, [[id(22), 8]], ids);
  expect(script.values(1, ids)).toEqual([
    id(22),
    `{"request":"${id(22)}","person":"${id(11)}"}`,
    [id(11), id(9)],
  ]);
});
