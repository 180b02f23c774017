import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict, invalid, notFound } from '../../kernel/errors.ts';
import { serialise } from '../../kernel/lock.ts';
import { changedFields } from './changed-fields.ts';
import { physicianNumber } from './organisation-numbers.ts';

export type PractitionerRow = {
  title: string;
  givenName: string;
  familyName: string;
  lanr?: string | null | undefined;
  departmentId: string | null;
  active: boolean;
};
type Organisation = { id: string; kind: 'hospital' | 'practice' | 'care_home' | 'network' };
/** How the number's field is called in the form. */
type Options = { lanrField?: string };
type Stored = { id: string; warnings: Record<string, string> };

/** Makes a practitioner, in the caller's transaction. @throws invalid; conflict `organisation_unfit`, `lanr_taken` */
export async function storePractitioner(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  organisation: Organisation,
  given: PractitionerRow,
  options: Options = {},
): Promise<Stored> {
  const { data, warnings } = await check(tx, organisation, given, null, options);
  const { id } = await tx.practitioner.create({
    data: { ...data, organisationId: organisation.id },
    select: { id: true },
  });
  await deps.record(tx, actor, {
    type: 'organisation.changed',
    subject: { kind: 'practitioner', id },
    payload: { change: 'practitioner_created', organisationId: organisation.id },
  });
  return { id, warnings };
}

/** Changes a practitioner. @throws not_found; invalid; conflict `lanr_taken` */
export async function restorePractitioner(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  id: string,
  given: PractitionerRow,
  options: Options = {},
): Promise<Stored> {
  const before = await tx.practitioner.findUnique({
    where: { id },
    include: { organisation: { select: { id: true, kind: true } } },
  });
  if (!before) throw notFound('practitioner');
  const { data, warnings } = await check(tx, before.organisation, given, id, options);
  const changed = changedFields(before, data);
  if (changed.length > 0) {
    await tx.practitioner.update({ where: { id }, data, select: { id: true } });
    await deps.record(tx, actor, {
      type: 'organisation.changed',
      subject: { kind: 'practitioner', id },
      payload: {
        change: 'practitioner_changed',
        changed,
        organisationId: before.organisationId,
        active: data.active,
      },
    });
  }
  return { id, warnings };
}

async function check(
  tx: Tx,
  organisation: Organisation,
  { lanr, ...rest }: PractitionerRow,
  except: string | null,
  { lanrField = 'lanr' }: Options,
) {
  const { values, fields, warnings } = physicianNumber(lanr, lanrField);
  if (organisation.kind !== 'hospital' && organisation.kind !== 'practice') {
    throw conflict('organisation_unfit');
  }
  if (organisation.kind === 'hospital' && !rest.departmentId) fields.departmentId = 'required';
  if (organisation.kind === 'practice' && rest.departmentId) fields.departmentId = 'department_unfit';
  if (Object.keys(fields).length > 0) throw invalid('invalid_input', { fields });
  await checkDepartment(tx, organisation.id, rest.departmentId);
  // Pseudo and substitute numbers are everybody's; every other belongs to one active physician at this place.
  if (values.lanr && !warnings[lanrField]) {
    await serialise(tx, `lanr:${values.lanr}`);
    const holder = await tx.practitioner.findFirst({
      where: {
        lanr: values.lanr,
        active: true,
        organisationId: organisation.id,
        ...(except ? { id: { not: except } } : {}),
      },
      select: { id: true },
    });
    if (holder) throw conflict('lanr_taken', { fields: { [lanrField]: 'lanr_taken' } });
  }
  return { data: { ...rest, ...values }, warnings };
}

/** @throws invalid when the department is not one of this organisation */
export async function checkDepartment(tx: Tx, organisationId: string, id: string | null): Promise<void> {
  if (!id) return;
  const department = await tx.department.findFirst({ where: { id, organisationId }, select: { id: true } });
  if (!department) throw invalid('invalid_input', { fields: { departmentId: 'department_unknown' } });
}
