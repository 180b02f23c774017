import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import type { MailKind } from '../../../kernel/generated/client.ts';

export type NewMail = {
  accountId: string;
  kind: MailKind;
  cause: string;
  bookingId?: string | null;
  sequence?: number | null;
  requestId?: string | null;
  offerId?: string | null;
  swapId?: string | null;
  startAt?: Date | null;
};

/** A job whose server was lost comes back after so long: the dozen before it may each have waited for a slow line. */
export const mailJob = { expireInSeconds: 180 } as const;

/** Sends e-mails once the caller's transaction is through; the same cause to the same person once. */
export async function enqueueMails(deps: Deps, tx: Tx, mails: readonly NewMail[]): Promise<void> {
  if (!deps.config.mail || mails.length === 0) return;
  const rows = await tx.mail.createManyAndReturn({
    data: mails.map((mail) => ({ ...mail, createdAt: deps.clock.now() })),
    skipDuplicates: true,
    select: { id: true },
  });
  for (const { id } of rows) await deps.jobs.send(tx, 'notifications.mail', { mailId: id }, mailJob);
}
