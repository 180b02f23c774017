import type { Deps } from '../../../kernel/deps.ts';
import { describe } from '../../../kernel/errors.ts';
import { mailJob } from './enqueue-mails.ts';
import { nextAttempt } from './next-attempt.ts';
import { isRefusal } from './smtp.ts';

/** After a failure: again later, or given up. The log gets ids and codes; the server's words can hold an address. */
export async function tryLater(deps: Deps, mailId: string, error: unknown): Promise<void> {
  const refusal = isRefusal(error);
  await deps.db.system(async (tx) => {
    const { attempts } = await tx.mail.update({
      where: { id: mailId },
      data: { attempts: { increment: 1 } },
      select: { attempts: true },
    });
    const again = refusal?.final ? null : nextAttempt(attempts, deps.clock.now());
    const told = { mailId, attempts, refused: refusal !== null, err: describe(error) };
    if (again) {
      await deps.jobs.send(tx, 'notifications.mail', { mailId }, { ...mailJob, startAfter: again });
      deps.log.warn({ ...told, again: again.toISOString() }, 'an e-mail has to wait');
      return;
    }
    await tx.mail.updateMany({ where: { id: mailId, state: 'pending' }, data: { state: 'failed' } });
    deps.log.error(told, 'an e-mail was given up');
  });
}
