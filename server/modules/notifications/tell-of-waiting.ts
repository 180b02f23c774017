import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { RecordedEvent } from '../../kernel/events.ts';
import { askersOf, peopleOf } from './concerned.ts';
import type { EventFacts } from './event-facts.ts';
import { enqueueMails } from './mail/enqueue-mails.ts';
import { tell } from './tell.ts';
import { byEmail, wanting } from './wishes.ts';

const kinds = {
  'waiting.offered': 'waiting_offered',
  'waiting.expired': 'waiting_expired',
  'waiting.revoked': 'waiting_revoked',
} as const;

/**
 * An offer has a deadline, so the whole practice sees it at once: who entered the request may be off duty. By e-mail it
 * goes to those who asked.
 */
export async function tellOfWaiting(
  deps: Deps,
  tx: Tx,
  event: RecordedEvent,
  facts: EventFacts,
): Promise<void> {
  const kind = kinds[event.type as keyof typeof kinds];
  if (!event.requestId) return;
  const offer = await offerOf(tx, event.subjectId, facts.offerId);
  const of = { requestId: event.requestId, offerId: offer?.id ?? null };
  const askers = await askersOf(tx, event.requestId);
  const practice = facts.organisationId
    ? await peopleOf(tx, { organisationId: facts.organisationId }, ['physician', 'assistant'])
    : [];
  const others = [...new Set([...askers, ...practice])].filter((id) => id !== event.actorAccountId);
  const startAt = facts.startAt ?? offer?.startAt.toISOString();
  const expiresAt = facts.expiresAt ?? offer?.expiresAt.toISOString();
  await tell(deps, tx, others, {
    ...of,
    kind,
    subject: 'waiting',
    cause: `event:${event.id}`,
    data: { ...(startAt && { startAt }), ...(expiresAt && { expiresAt }) },
  });
  if (kind !== 'waiting_offered' || !offer) return;
  const wanted = await wanting(tx, askers, byEmail('waiting'));
  await enqueueMails(
    deps,
    tx,
    wanted.map((accountId) => ({
      ...of,
      accountId,
      kind: 'offer',
      cause: `offer:${offer.id}`,
      startAt: offer.startAt,
    })),
  );
}

/** The offer that the event names, or the entry's latest. */
function offerOf(tx: Tx, waitingId: string, offerId: string | undefined) {
  return tx.waitingOffer.findFirst({
    where: offerId ? { id: offerId } : { waitingId },
    orderBy: { offeredAt: 'desc' },
    select: { id: true, startAt: true, expiresAt: true },
  });
}
