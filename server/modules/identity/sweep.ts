import type { Deps } from '../../kernel/deps.ts';

/** First answers are kept for repeats this long. */
const repeatHours = 48;

/** Forgets what is over: sessions, counted attempts, first answers. Run by the queue `identity.sweep`. */
export async function sweepIdentity(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  const swept = await deps.db.system(async (tx) => {
    const sessions = await tx.session.deleteMany({ where: { expiresAt: { lte: now } } });
    const limits = await tx.rateLimit.deleteMany({ where: { expire: { lt: BigInt(now.getTime()) } } });
    const repeats = await tx.idempotencyKey.deleteMany({
      where: { createdAt: { lt: new Date(now.getTime() - repeatHours * 3_600_000) } },
    });
    return { sessions: sessions.count, limits: limits.count, repeats: repeats.count };
  });
  deps.log.info(swept, 'sessions and limits swept');
}
