import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict, notFound } from '../../kernel/errors.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import type { giveFeedback as endpoint, getFeedback } from './feedback-contract.ts';

/**
 * Keeps what a participant says of a consultation. The event says that it was given, not what.
 * @throws notFound for whom was not in the room; conflict `feedback_given`
 */
export async function giveFeedback(
  deps: Deps,
  actor: Actor,
  { id, worked, useful, trouble }: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  return deps.db.as(actor, async (tx) => {
    const { side, requestId } = await ownStay(tx, actor, id);
    const made = await tx.consultationFeedback.createMany({
      data: {
        consultationId: id,
        accountId: actor.accountId,
        side,
        worked,
        useful,
        trouble,
        givenAt: deps.clock.now(),
      },
      skipDuplicates: true,
    });
    if (made.count === 0) throw conflict('feedback_given');
    await deps.record(tx, actor, {
      type: 'feedback.given',
      subject: { kind: 'consultation', id },
      requestId,
    });
    return {};
  });
}

/** Whether the actor has answered, or passed over, the questions. @throws notFound */
export async function viewFeedback(
  deps: Deps,
  actor: Actor,
  { id }: Input<typeof getFeedback>,
): Promise<Reply<typeof getFeedback>> {
  return deps.db.as(actor, async (tx) => {
    await ownStay(tx, actor, id);
    const own = { consultationId: id, accountId: actor.accountId };
    return { given: (await tx.consultationFeedback.count({ where: own })) > 0 };
  });
}

async function ownStay(tx: Tx, actor: Actor, consultationId: string) {
  const stay = await tx.participation.findFirst({
    where: { consultationId, accountId: actor.accountId },
    select: { side: true, consultation: { select: { requestId: true } } },
  });
  if (!stay) throw notFound('consultation');
  return { side: stay.side, requestId: stay.consultation.requestId };
}
