import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict, invalid, notFound } from '../../kernel/errors.ts';
import { serialise } from '../../kernel/lock.ts';
import type { Role } from '../../kernel/wire.ts';
import type { OrganisationKind } from './contract.ts';
import { type Invitation, oneTimePassword } from './one-time-password.ts';
import { roleProblems } from './role-rule.ts';

export type AccountFields = {
  email: string;
  role: Role;
  displayName: string;
  departmentId: string | null;
  practitionerId: string | null;
};

/**
 * Makes an account with a one-time password, in the caller's transaction. The caller has checked who asks.
 * @throws invalid with codes beside the fields; conflict `email_taken`
 */
export async function createAccount(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  organisation: { id: string; kind: OrganisationKind },
  fields: AccountFields,
): Promise<{ id: string; invitation: Invitation }> {
  check(organisation.kind, fields);
  await refuseTaken(tx, fields.email, null);
  const { invitation, stored } = await oneTimePassword(deps.clock.now());
  const account = await tx.account.create({
    data: { ...fields, ...stored, organisationId: organisation.id },
    select: { id: true },
  });
  await deps.record(tx, actor, {
    type: 'account.created',
    subject: { kind: 'account', id: account.id },
    payload: { role: fields.role, organisationId: organisation.id },
  });
  return { id: account.id, invitation };
}

/**
 * Changes an account. Who is deactivated, or whose role changes, is signed out everywhere at once.
 * @throws not_found `account_not_found`; invalid; conflict `email_taken`, `last_administrator`
 */
export async function changeAccount(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  id: string,
  fields: AccountFields & { active: boolean },
): Promise<void> {
  const before = await tx.account.findUnique({
    where: { id },
    include: { organisation: { select: { kind: true } } },
  });
  if (!before) throw notFound('account');
  check(before.organisation.kind, fields);
  await refuseTaken(tx, fields.email, id);
  if (before.role === 'network_admin' && before.active && !fields.active) await keepOne(tx, id);
  if (before.role === 'network_admin' && before.active && fields.role !== 'network_admin')
    await keepOne(tx, id);
  const changed = (Object.keys(fields) as (keyof typeof fields)[]).filter(
    (name) => before[name] !== fields[name],
  );
  if (changed.length === 0) return;
  await tx.account.update({ where: { id }, data: fields, select: { id: true } });
  await deps.record(tx, actor, {
    type: 'account.changed',
    subject: { kind: 'account', id },
    payload: { changed, active: fields.active, organisationId: before.organisationId },
  });
}

/** Replaces the password by a new one-time password: for who lost it, or whose invitation ran out. */
export async function renewInvitation(deps: Deps, tx: Tx, actor: Actor, id: string): Promise<Invitation> {
  const account = await tx.account.findUnique({
    where: { id },
    select: { active: true, organisationId: true },
  });
  if (!account) throw notFound('account');
  if (!account.active) throw conflict('account_inactive');
  const { invitation, stored } = await oneTimePassword(deps.clock.now());
  await tx.account.update({ where: { id }, data: stored, select: { id: true } });
  await deps.record(tx, actor, {
    type: 'account.changed',
    subject: { kind: 'account', id },
    payload: { changed: ['invitation'], active: true, organisationId: account.organisationId },
  });
  return invitation;
}

function check(kind: OrganisationKind, fields: AccountFields): void {
  const problems = roleProblems({ ...fields, kind });
  if (Object.keys(problems).length > 0) throw invalid('invalid_input', { fields: problems });
}

async function refuseTaken(tx: Tx, email: string, except: string | null): Promise<void> {
  // Of two who give it at the same moment the second sees the first one's.
  await serialise(tx, `email:${email}`);
  const holder = await tx.account.findUnique({ where: { email }, select: { id: true } });
  if (holder && holder.id !== except) throw conflict('email_taken', { fields: { email: 'email_taken' } });
}

/** Somebody must be left who can let people in. The rows are locked, so that two cannot remove each other. */
async function keepOne(tx: Tx, leaving: string): Promise<void> {
  const administrators = await tx.$queryRaw<{ id: string }[]>`
    select a.id from account a join organisation o on o.id = a.organisation_id
    where a.role = 'network_admin' and a.active and o.active for update of a`;
  if (administrators.every(({ id }) => id === leaving)) throw conflict('last_administrator');
}
