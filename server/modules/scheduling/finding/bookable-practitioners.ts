import type { Tx } from '../../../kernel/db.ts';
import { physicianName } from '../../requests/index.ts';

export type Bookable = {
  id: string;
  name: string;
  department: { id: string; name: string };
  organisation: { id: string; name: string };
  specialtyCode: string;
};

/** Physicians who give consultations, by one of what is asked; all when nothing is. */
export async function bookablePractitioners(
  tx: Tx,
  asked: {
    specialtyCode?: string | undefined;
    departmentId?: string | undefined;
    departmentIds?: readonly string[] | undefined;
    practitionerId?: string | undefined;
  },
): Promise<Bookable[]> {
  const rows = await tx.practitioner.findMany({
    where: {
      active: true,
      organisation: { active: true },
      ...(asked.practitionerId ? { id: asked.practitionerId } : {}),
      department: {
        active: true,
        ...(asked.departmentId ? { id: asked.departmentId } : {}),
        ...(asked.departmentIds ? { id: { in: [...asked.departmentIds] } } : {}),
        ...(asked.specialtyCode ? { specialtyCode: asked.specialtyCode } : {}),
      },
    },
    include: { department: true, organisation: { select: { id: true, name: true } } },
    orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }, { id: 'asc' }],
  });
  return rows.flatMap((row) =>
    row.department
      ? [
          {
            id: row.id,
            name: physicianName(row),
            department: { id: row.department.id, name: row.department.name },
            organisation: row.organisation,
            specialtyCode: row.department.specialtyCode,
          },
        ]
      : [],
  );
}
