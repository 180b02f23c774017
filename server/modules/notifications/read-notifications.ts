import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import type { readNotifications as endpoint } from './contract.ts';
import { unreadOf } from './list-notifications.ts';

/** Marks notices as read. Those of others are out of reach, and what is read stays read. */
export function readNotifications(
  deps: Deps,
  actor: Actor,
  { ids, until }: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  return deps.db.as(actor, async (tx) => {
    await tx.notification.updateMany({
      where: {
        accountId: actor.accountId,
        readAt: null,
        OR: [{ id: { in: ids ?? [] } }, ...(until ? [{ createdAt: { lte: new Date(until) } }] : [])],
      },
      data: { readAt: deps.clock.now() },
    });
    return { unread: await unreadOf(tx, actor) };
  });
}
