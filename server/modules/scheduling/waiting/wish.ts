import type { Tx } from '../../../kernel/db.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import type { LocalDate } from '../../../kernel/zoned-time.ts';
import type { Wish } from '../waiting-contract.ts';

export type WishColumns = {
  departmentId: string | null;
  practitionerId: string | null;
  urgency: Wish['urgency'];
  fromDay: Date;
  untilDay: Date | null;
  partsOfDay: string[];
  weekdays: number[];
};

const midnight = (day: LocalDate): Date => new Date(`${day}T00:00:00Z`);

/**
 * The wish as it is stored, and the department that is named on the request until a time is found: the wished one, else
 * the specialty's first by name.
 * @throws invalid `wish_days` when its last day is over or before its first; notFound `department_not_found`,
 * `practitioner_not_found` where there is none that answers in this specialty
 */
export async function readWish(
  tx: Tx,
  specialtyCode: string,
  wish: Wish,
  today: LocalDate,
): Promise<{ columns: WishColumns; addressee: { id: string; organisationId: string } }> {
  if (wish.untilDay !== null && (wish.untilDay < wish.fromDay || wish.untilDay < today)) {
    throw invalid('wish_days', { fields: { 'wish.untilDay': 'wish_days' } });
  }
  const active = { active: true, organisation: { active: true } } as const;
  const practitioner = wish.practitionerId
    ? await tx.practitioner.findFirst({
        where: {
          id: wish.practitionerId,
          ...active,
          department: {
            active: true,
            specialtyCode,
            ...(wish.departmentId ? { id: wish.departmentId } : {}),
          },
        },
        select: { departmentId: true },
      })
    : null;
  if (wish.practitionerId && !practitioner) throw notFound('practitioner');
  const departmentId = wish.departmentId ?? practitioner?.departmentId ?? null;
  const addressee = await tx.department.findFirst({
    where: { specialtyCode, ...active, ...(departmentId ? { id: departmentId } : {}) },
    select: { id: true, organisationId: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  if (!addressee) throw notFound('department');
  return {
    addressee,
    columns: {
      departmentId,
      practitionerId: wish.practitionerId ?? null,
      urgency: wish.urgency,
      fromDay: midnight(wish.fromDay),
      untilDay: wish.untilDay === null ? null : midnight(wish.untilDay),
      partsOfDay: [...new Set(wish.partsOfDay)],
      weekdays: [...new Set(wish.weekdays)].sort(),
    },
  };
}
