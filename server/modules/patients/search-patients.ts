import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { forbidden } from '../../kernel/errors.ts';
import { Prisma } from '../../kernel/generated/client.ts';
import type { PatientBanner } from './contract.ts';
import { maySeePatients } from './policy.ts';
import { presentPatientBanner, withKeeper } from './present.ts';
import { recordPatientsSeen } from './record-patients-seen.ts';
import { type SearchTerms, searchTerms } from './search-terms.ts';

const longest = 20;

/** Finds active patients of the own organisation; those whose name begins with the first word come first. */
export async function searchPatients(
  deps: Deps,
  actor: Actor,
  input: { q?: string | undefined },
): Promise<{ patients: PatientBanner[] }> {
  if (!maySeePatients(actor)) throw forbidden();
  const terms = searchTerms(input.q ?? '');
  return deps.db.as(actor, async (tx) => {
    const ids = await idsOf(tx, actor.organisationId, terms);
    const rows = await tx.patient.findMany({ where: { id: { in: ids } }, include: withKeeper });
    const place = new Map(ids.map((id, at) => [id, at]));
    rows.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
    await recordPatientsSeen(deps, tx, actor, 'search', ids);
    return { patients: rows.map(presentPatientBanner) };
  });
}

async function idsOf(tx: Tx, organisationId: string, terms: SearchTerms): Promise<string[]> {
  const conditions = [Prisma.sql`organisation_id = ${organisationId}::uuid and active`];
  // This very expression is indexed (patient_name_search).
  for (const spellings of terms.names) {
    conditions.push(
      Prisma.sql`(family_name || ' ' || given_name) ilike any(${spellings.map((word) => `%${escaped(word)}%`)})`,
    );
  }
  if (terms.kvnr) conditions.push(Prisma.sql`kvnr like ${`${terms.kvnr}%`}`);
  if (terms.birthDate) conditions.push(Prisma.sql`birth_date = ${terms.birthDate}::date`);
  const first = terms.names[0]?.map((word) => `${escaped(word)}%`);
  const order = first
    ? Prisma.sql`(family_name ilike any(${first})) desc, family_name, given_name, birth_date`
    : terms.kvnr || terms.birthDate
      ? Prisma.sql`family_name, given_name, birth_date`
      : Prisma.sql`updated_at desc`;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id::text as id from patient where ${Prisma.join(conditions, ' and ')} order by ${order}, id limit ${longest}`;
  return rows.map(({ id }) => id);
}

/** Wildcards that somebody types are letters. */
const escaped = (word: string): string => word.replace(/[\\%_]/g, '\\$&');
