import type { Deps } from '../../kernel/deps.ts';

const keptDays = 90;

/** Forgets what is old: notices, and e-mails whose booking is over as long ago. Run by the queue `notifications.sweep`. */
export async function sweepNotifications(deps: Deps): Promise<void> {
  const before = new Date(deps.clock.now().getTime() - keptDays * 86_400_000);
  const swept = await deps.db.system(async (tx) => {
    const notices = await tx.notification.deleteMany({ where: { createdAt: { lt: before } } });
    // What was sent about a booking to come is needed to withdraw it.
    const mails = await tx.mail.deleteMany({
      where: { createdAt: { lt: before }, OR: [{ startAt: null }, { startAt: { lt: before } }] },
    });
    return { notices: notices.count, mails: mails.count };
  });
  deps.log.info(swept, 'notices and e-mails swept');
}
