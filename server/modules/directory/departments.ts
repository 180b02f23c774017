import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict, forbidden, invalid, notFound } from '../../kernel/errors.ts';
import type { Call } from '../../kernel/http.ts';
import { once } from '../../kernel/idempotency.ts';
import type { Input } from '../../kernel/wire.ts';
import { changedFields } from './changed-fields.ts';
import type * as contract from './keep-contract.ts';
import { mayKeepDirectory } from './policy.ts';

/** Adds a department to a hospital. @throws forbidden; not_found; conflict `organisation_unfit`; invalid */
export async function createDepartment(
  deps: Deps,
  actor: Actor,
  { id, ...input }: Input<typeof contract.createDepartment>,
  call: Call,
) {
  if (!mayKeepDirectory(actor)) throw forbidden();
  return deps.db.as(actor, (tx) =>
    once(tx, actor, call, { id, ...input }, async () => {
      const organisation = await tx.organisation.findUnique({ where: { id }, select: { kind: true } });
      if (!organisation) throw notFound('organisation');
      if (organisation.kind !== 'hospital') throw conflict('organisation_unfit');
      await checkSpecialty(tx, input.specialtyCode);
      const made = await tx.department.create({
        data: { ...input, organisationId: id },
        select: { id: true },
      });
      await deps.record(tx, actor, {
        type: 'organisation.changed',
        subject: { kind: 'department', id: made.id },
        payload: { change: 'department_created', organisationId: id, specialty: input.specialtyCode },
      });
      return { id: made.id, warnings: {} };
    }),
  );
}

/** Changes or deactivates a department. @throws forbidden; not_found; invalid */
export async function changeDepartment(
  deps: Deps,
  actor: Actor,
  { id, ...input }: Input<typeof contract.changeDepartment>,
) {
  if (!mayKeepDirectory(actor)) throw forbidden();
  return deps.db.as(actor, async (tx) => {
    const before = await tx.department.findUnique({ where: { id } });
    if (!before) throw notFound('department');
    await checkSpecialty(tx, input.specialtyCode);
    const changed = changedFields(before, input);
    if (changed.length > 0) {
      await tx.department.update({ where: { id }, data: input, select: { id: true } });
      await deps.record(tx, actor, {
        type: 'organisation.changed',
        subject: { kind: 'department', id },
        payload: {
          change: 'department_changed',
          changed,
          organisationId: before.organisationId,
          active: input.active,
        },
      });
    }
    return { id, warnings: {} };
  });
}

async function checkSpecialty(tx: Tx, code: string): Promise<void> {
  const specialty = await tx.specialty.findUnique({ where: { code }, select: { code: true } });
  if (!specialty) throw invalid('invalid_input', { fields: { specialtyCode: 'specialty_unknown' } });
}
