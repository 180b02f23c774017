import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '../../../kernel/actor.ts';
import type { Deps } from '../../../kernel/deps.ts';
import type { Reply } from '../../../kernel/wire.ts';
import { publicAddress } from '../address.ts';
import { calendarFeed, type makeCalendarFeed, type revokeCalendarFeed } from '../contract.ts';

/** SHA-256 in hex: enough for 256 random bits. */
export const tokenHashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * A new secret address, told this once; a former one is unknown from now on. The secret stands in the query, which
 * neither our log nor a proxy's keeps.
 */
export function makeFeed(deps: Deps, actor: Actor): Promise<Reply<typeof makeCalendarFeed>> {
  const token = randomBytes(32).toString('base64url');
  return deps.db.as(actor, async (tx) => {
    const { accountId } = actor;
    const createdAt = deps.clock.now();
    const fresh = { tokenHash: tokenHashOf(token), createdAt, fetchedAt: null, etag: null, changedAt: null };
    await tx.calendarFeed.upsert({ where: { accountId }, create: { accountId, ...fresh }, update: fresh });
    await deps.record(tx, actor, {
      type: 'calendar_feed.made',
      subject: { kind: 'calendar_feed', id: accountId },
    });
    const url = `${publicAddress(deps.config)}${calendarFeed.path}?token=${token}`;
    return { url, createdAt: createdAt.toISOString() };
  });
}

export function revokeFeed(deps: Deps, actor: Actor): Promise<Reply<typeof revokeCalendarFeed>> {
  return deps.db.as(actor, async (tx) => {
    const { count } = await tx.calendarFeed.deleteMany({ where: { accountId: actor.accountId } });
    if (count > 0) {
      await deps.record(tx, actor, {
        type: 'calendar_feed.revoked',
        subject: { kind: 'calendar_feed', id: actor.accountId },
      });
    }
    return {};
  });
}
