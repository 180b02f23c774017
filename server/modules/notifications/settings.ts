import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import type { getNotificationSettings, saveNotificationSettings } from './contract.ts';
import { rowOf, wishesOf } from './wishes.ts';

/** What the person wants to be told, and the state of the private calendar. */
export function getSettings(deps: Deps, actor: Actor): Promise<Reply<typeof getNotificationSettings>> {
  return deps.db.as(actor, async (tx) => {
    const where = { accountId: actor.accountId };
    const settings = await tx.notificationSettings.findUnique({ where });
    const feed = await tx.calendarFeed.findUnique({ where });
    const { email } = await tx.account.findUniqueOrThrow({
      where: { id: actor.accountId },
      select: { email: true },
    });
    return {
      wishes: wishesOf(settings),
      email: deps.config.mail ? email : null,
      calendar: feed && {
        createdAt: feed.createdAt.toISOString(),
        fetchedAt: feed.fetchedAt?.toISOString() ?? null,
      },
    };
  });
}

export function saveSettings(
  deps: Deps,
  actor: Actor,
  { wishes }: Input<typeof saveNotificationSettings>,
): Promise<Reply<typeof saveNotificationSettings>> {
  return deps.db.as(actor, async (tx) => {
    const { accountId } = actor;
    const row = rowOf(wishes);
    await tx.notificationSettings.upsert({
      where: { accountId },
      create: { accountId, ...row },
      update: row,
    });
    return { wishes };
  });
}
