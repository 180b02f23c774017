import type { Deps } from '../../kernel/deps.ts';

const week = 7 * 86_400_000;

/** Whether e-mails go out: for `/readyz`. Their failing makes nobody's consultation impossible. */
export async function mailHealth(
  deps: Deps,
): Promise<{ state: 'ok' | 'unavailable' | 'off'; waiting?: number; failed?: number }> {
  if (!deps.config.mail) return { state: 'off' };
  const since = new Date(deps.clock.now().getTime() - week);
  const { waiting, failed } = await deps.db.system(async (tx) => ({
    waiting: await tx.mail.count({ where: { state: 'pending', attempts: { gt: 0 } } }),
    failed: await tx.mail.count({ where: { state: 'failed', createdAt: { gte: since } } }),
  }));
  return { state: waiting > 0 ? 'unavailable' : 'ok', waiting, failed };
}
