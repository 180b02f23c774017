import type { Deps } from '../../kernel/deps.ts';
import type { Reply } from '../../kernel/wire.ts';
import type { listDemoAccounts as asked } from './contract.ts';
import { demoAccounts } from './demo-accounts.ts';

/** The demonstration sign-ins that exist here. In production there are none, whatever the database holds. */
export async function listDemoAccounts(deps: Deps): Promise<Reply<typeof asked>> {
  if (deps.config.production) return { accounts: [] };
  const seeded = await deps.db.system((tx) =>
    tx.account.findMany({
      where: { email: { in: demoAccounts.map(({ email }) => email) }, active: true },
      select: { email: true, organisation: { select: { name: true } } },
    }),
  );
  const organisations = new Map(seeded.map((row) => [row.email, row.organisation.name]));
  return {
    accounts: demoAccounts.flatMap(({ email, password, role, displayName }) => {
      const organisation = organisations.get(email);
      return organisation === undefined ? [] : [{ email, password, role, displayName, organisation }];
    }),
  };
}
