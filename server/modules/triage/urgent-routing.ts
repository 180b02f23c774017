import { ask, type Tx } from '../../kernel/db.ts';
import { invalid } from '../../kernel/errors.ts';
import { sql } from '../../kernel/statement.ts';
import type { OnCallNow } from './contract.ts';
import { onCallNow } from './on-call/on-call-now.ts';

/** Who is asked when the asking side does not know the specialty: residents of care homes are geriatric patients. */
export const defaultSpecialty = 'geriatrics';

export type UrgentDepartment = {
  id: string;
  organisationId: string;
  name: string;
  phone: string;
  specialtyCode: string;
  nameDe: string;
  nameEn: string;
};

/** Every specialty that can be asked urgently (or one), with the department that gets it and who is on call there now. */
export async function urgentDepartments(
  tx: Tx,
  now: Date,
  only: string | null = null,
): Promise<(UrgentDepartment & { onCall: OnCallNow })[]> {
  const found = await ask<UrgentDepartment>(
    tx,
    sql`select d.id, d.organisation_id as "organisationId", d.name, d.phone, s.code as "specialtyCode",
      s.name_de as "nameDe", s.name_en as "nameEn"
    from department d
    join specialty s on s.code = d.specialty_code
    join organisation o on o.id = d.organisation_id and o.kind = 'hospital' and o.active
    where d.active and (${only}::text is null or s.code = ${only}) order by s.name_de, d.name`,
  );
  const onCall = await onCallNow(
    tx,
    found.map(({ id }) => id),
    now,
  );
  return onePerSpecialty(
    found.map((department) => ({ ...department, onCall: onCall.get(department.id) ?? nobody })),
  );
}

const nobody: OnCallNow = { primary: null, deputy: null };

/** Of several departments of a specialty the first that has somebody on call, else the first by name. Pure. */
export function onePerSpecialty<T extends { specialtyCode: string; onCall: OnCallNow }>(
  departments: readonly T[],
): T[] {
  const chosen = new Map<string, T>();
  for (const department of departments) {
    const before = chosen.get(department.specialtyCode);
    const isBetter = before && !isStaffed(before) && isStaffed(department);
    if (!before || isBetter) chosen.set(department.specialtyCode, department);
  }
  return [...chosen.values()];
}

const isStaffed = ({ onCall }: { onCall: OnCallNow }): boolean => Boolean(onCall.primary ?? onCall.deputy);

/** @throws invalid `specialty_unknown` when nobody in the network answers for it. */
export async function departmentFor(
  tx: Tx,
  specialtyCode: string | null,
  now: Date,
): Promise<UrgentDepartment> {
  const wanted = specialtyCode ?? defaultSpecialty;
  const [found] = await urgentDepartments(tx, now, wanted);
  if (!found) throw invalid('specialty_unknown', { fields: { specialtyCode: 'specialty_unknown' } });
  return found;
}
