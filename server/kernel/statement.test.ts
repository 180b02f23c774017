import { describe, expect, it } from 'vitest';
import { Prisma } from './generated/client.ts';
import { composed, createNames, sql } from './statement.ts';

describe('a statement', () => {
  it('takes what is put in as parameters', () => {
    const one = (id: string, of: string[]) => sql`select ${id} where x = any(${of})`;
    expect(one('a', ['b'])).toMatchObject({ text: 'select $1 where x = any($2)', values: ['a', ['b']] });
    expect(one('c', []).name).toBe(one('d', []).name);
    expect(sql`select 1`.name).not.toBe(sql`select 1`.name);
  });

  it('of fragments has a name for each form', () => {
    const form = (id: string, and: Prisma.Sql) => composed(Prisma.sql`select ${id} where ${and}`);
    const [one, other] = [Prisma.sql`a = ${1}`, Prisma.sql`b = ${1}`];
    expect(form('x', one)).toMatchObject({ text: 'select $1 where a = $2', values: ['x', 1] });
    expect(form('x', one).name).toBe(form('y', one).name);
    expect(form('x', one).name).not.toBe(form('x', other).name);
  });
});

describe('names', () => {
  it('are given to what comes often, one each', () => {
    const nameOf = createNames();
    const named = [1, 2, 3, 4, 5].map(() => nameOf('select 1'));
    expect(named.slice(0, 3)).toEqual(['', '', '']);
    expect(named[3]).not.toBe('');
    expect(named[4]).toBe(named[3]);
    for (let n = 0; n < 5; n += 1) nameOf('select 2');
    expect(nameOf('select 2')).not.toBe(named[3]);
  });

  it('do not grow without end', () => {
    const nameOf = createNames();
    const names = new Set<string>();
    for (let text = 0; text < 2_000; text += 1) {
      for (let n = 0; n < 5; n += 1) names.add(nameOf(`select ${text}`));
    }
    expect(names.size).toBe(501);
  });
});
