import { Prisma } from '../../kernel/generated/client.ts';
import { searchTerms } from '../patients/index.ts';

/**
 * What somebody typed, as conditions over `consult_request r` and `patient p`: words of the name, insurance number,
 * birth date, or the case's own number ("K-000123", "k123").
 */
export function searchSql(typed: string): Prisma.Sql[] {
  const number = /^k-?0*(\d{1,9})$/i.exec(typed.trim());
  // "K123…" may also begin an insurance number.
  if (number) {
    const begin = `${typed.trim().toUpperCase()}%`;
    return [Prisma.sql`(r.number = ${Number(number[1])} or p.kvnr like ${begin})`];
  }
  const terms = searchTerms(typed);
  const conditions = terms.names.map((spellings) => {
    const patterns = spellings.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
    return Prisma.sql`(p.family_name || ' ' || p.given_name) ilike any(${patterns})`;
  });
  if (terms.kvnr) conditions.push(Prisma.sql`p.kvnr like ${`${terms.kvnr}%`}`);
  if (terms.birthDate) conditions.push(Prisma.sql`p.birth_date = ${terms.birthDate}::date`);
  return conditions;
}
