import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Prisma } from '../../kernel/generated/client.ts';
import type { NotificationKind, Subject } from './contract.ts';
import { inApp, wanting } from './wishes.ts';

export type News = {
  kind: NotificationKind;
  subject: Subject;
  /** Why; the same person hears of the same cause once. */
  cause: string;
  bookingId?: string | null;
  requestId?: string | null;
  offerId?: string | null;
  swapId?: string | null;
  /** Times, codes and counts. */
  data?: Prisma.InputJsonObject;
};

/** Tells these people on their screens, as far as they want to hear of it, in the caller's transaction. */
export async function tell(deps: Deps, tx: Tx, to: readonly string[], news: News): Promise<void> {
  const accountIds = await wanting(tx, to, inApp(news.subject));
  const { subject: _, data = {}, ...row } = news;
  const told = await tx.notification.createManyAndReturn({
    data: accountIds.map((accountId) => ({ ...row, data, accountId, createdAt: deps.clock.now() })),
    skipDuplicates: true,
    select: { id: true, accountId: true },
  });
  const [first] = told;
  if (!first) return;
  // By this event the open windows of these people hear of it.
  await deps.record(tx, null, {
    type: 'notification.made',
    subject: { kind: 'notification', id: first.id },
    payload: { kind: news.kind, accountIds: told.map(({ accountId }) => accountId) },
  });
}
