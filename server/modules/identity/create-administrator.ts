import { z } from 'zod';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict, invalid } from '../../kernel/errors.ts';
import { fieldsOf } from '../../kernel/http.ts';
import { hashPassword } from './password.ts';
import { passwordProblem } from './password-rule.ts';

const NewAdministrator = z.object({
  email: z.email().max(254).toLowerCase(),
  displayName: z.string().trim().min(3).max(120),
  password: z.string().max(200),
});

/**
 * Makes the account that makes all others, and the organisation that runs the network where there is none.
 * Only one such account is made this way unless `another` is asked for: the rest are invited on the screens.
 * @throws invalid with the code beside each field; conflict `administrator_exists`, `email_taken`
 */
export async function createFirstAdministrator(
  deps: Deps,
  given: z.input<typeof NewAdministrator>,
  options: { another?: boolean } = {},
): Promise<{ accountId: string; organisationId: string }> {
  const parsed = NewAdministrator.safeParse(given);
  if (!parsed.success) throw invalid('invalid_input', { fields: fieldsOf(parsed.error) });
  const { email, displayName, password } = parsed.data;
  const problem = passwordProblem(password, email);
  if (problem) throw invalid(problem, { fields: { password: problem } });
  const passwordHash = await hashPassword(password);
  return deps.db.system(async (tx) => {
    // Two at once must not both be the first. The lock ends with the transaction.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('first administrator'))`;
    const existing = await tx.account.count({ where: { role: 'network_admin', active: true } });
    if (existing > 0 && !options.another) throw conflict('administrator_exists');
    if (await tx.account.findUnique({ where: { email }, select: { id: true } }))
      throw conflict('email_taken');
    const organisationId = await networkOrganisation(tx, email);
    const account = await tx.account.create({
      data: { email, passwordHash, role: 'network_admin', displayName, organisationId },
    });
    await deps.record(tx, null, {
      type: 'account.created',
      subject: { kind: 'account', id: account.id },
      payload: { role: 'network_admin', organisationId },
    });
    return { accountId: account.id, organisationId };
  });
}

/** The organisation that runs the network; its address is completed on the screens. */
async function networkOrganisation(tx: Tx, email: string): Promise<string> {
  const there = await tx.organisation.findFirst({ where: { kind: 'network', active: true } });
  if (there) return there.id;
  const made = await tx.organisation.create({
    data: {
      kind: 'network',
      name: 'TelKonNet Netzstelle',
      street: '',
      postalCode: '26122',
      city: 'Oldenburg',
      countyAgs: '03403',
      phone: '',
      email,
    },
  });
  return made.id;
}
