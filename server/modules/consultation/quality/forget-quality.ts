import type { Deps } from '../../../kernel/deps.ts';

/** How long measurements of lines are kept, in days: three months at most. */
const keptDays = 90;

/** Forgets measurements that are older. Run by the queue `consultation.quality`. */
export async function forgetQuality(deps: Deps): Promise<void> {
  const before = new Date(deps.clock.now().getTime() - keptDays * 86_400_000);
  const { count } = await deps.db.system((tx) =>
    tx.consultationQuality.deleteMany({ where: { at: { lt: before } } }),
  );
  deps.log.info({ count }, 'measurements of lines swept');
}
