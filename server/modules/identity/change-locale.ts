import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Input } from '../../kernel/wire.ts';
import type { changeLocale as asked } from './contract.ts';

/** Remembers the language of the screens for this person. */
export async function changeLocale(deps: Deps, actor: Actor, { locale }: Input<typeof asked>) {
  await deps.db.as(actor, (tx) =>
    tx.account.updateMany({ where: { id: actor.accountId }, data: { locale } }),
  );
  return { locale };
}
