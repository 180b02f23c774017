import type { Actor } from '../../../kernel/actor.ts';
import { asSoftware, type Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { conflict, forbidden } from '../../../kernel/errors.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import type {
  declineUrgentRequest as decline,
  postponeUrgentRequest as postpone,
} from '../ladder-contract.ts';
import { lockReachedUrgentRequest } from '../own-urgent-request.ts';
import { maySeeQueue } from '../policy.ts';
import { stateAfter } from '../urgent-state.ts';
import { advanceStep, isRinging } from './advance-step.ts';
import { eventOf, type LadderRow, whereOf } from './ladder-row.ts';

/** "In five minutes", in ms. */
const later = 5 * 60_000;

/** Does not take it; twice is harmless. @throws conflict `request_state` when it does not wait any more */
export const declineUrgentRequest = (
  deps: Deps,
  actor: Actor,
  { requestId, reason }: Input<typeof decline>,
): Promise<Reply<typeof decline>> =>
  answer(deps, actor, requestId, async (tx, row, given) => {
    if (given?.answer === 'declined') return { requestId };
    await endRing(tx, row, actor, { answer: 'declined', reason }, deps.clock.now());
    await record(deps, tx, actor, row, 'urgent.declined', { reason });
    if (!(await isRinging(tx, requestId))) await advanceStep(deps, tx, actor, row, 'declined');
    return { requestId };
  });

/**
 * Promises to take it in five minutes; the others are rung on. Twice is one promise.
 * @throws conflict `request_state` when it does not wait any more
 */
export const postponeUrgentRequest = (
  deps: Deps,
  actor: Actor,
  { requestId }: Input<typeof postpone>,
): Promise<Reply<typeof postpone>> =>
  answer(deps, actor, requestId, async (tx, row, given) => {
    if (given?.answer === 'later' && given.until) return { requestId, until: given.until.toISOString() };
    const until = new Date(deps.clock.now().getTime() + later);
    await endRing(tx, row, actor, { answer: 'later', until }, deps.clock.now());
    await deps.jobs.send(tx, 'triage.step', { requestId, round: row.round }, { startAfter: until });
    await record(deps, tx, actor, row, 'urgent.postponed', { until: until.toISOString() });
    if (!(await isRinging(tx, requestId))) await advanceStep(deps, tx, actor, row, 'later');
    return { requestId, until: until.toISOString() };
  });

type Ring = Awaited<ReturnType<Tx['urgentRing']['findFirst']>>;

/** @param work gets the actor's own last answer in this round that still holds, if any. */
async function answer<T>(
  deps: Deps,
  actor: Actor,
  requestId: string,
  work: (tx: Tx, row: LadderRow, given: Ring) => Promise<T>,
): Promise<T> {
  if (!maySeeQueue(actor)) throw forbidden();
  return deps.db.as(actor, async (tx) => {
    const { ladder: row } = await lockReachedUrgentRequest(tx, actor, requestId, 'provider');
    if (row.step === null || !stateAfter(row.status, 'decline'))
      throw conflict('request_state', { data: { status: row.status } });
    return asSoftware(tx, async () => {
      const [last] = await tx.urgentRing.findMany({
        where: { requestId, accountId: actor.accountId, round: row.round },
        orderBy: [{ endedAt: { sort: 'desc', nulls: 'first' } }, { id: 'desc' }],
        take: 1,
      });
      return work(tx, row, last && !last.resumedAt ? last : null);
    });
  });
}

type Answer = { answer: 'declined'; reason: string } | { answer: 'later'; until: Date };

/** Ends the own ring; who was not rung yet is not rung later in this round either. */
async function endRing(tx: Tx, row: LadderRow, actor: Actor, given: Answer, now: Date): Promise<void> {
  const { requestId, round } = row;
  const own = { requestId, accountId: actor.accountId };
  // A promise that is taken back.
  await tx.urgentRing.updateMany({
    where: { ...own, round, answer: 'later', resumedAt: null },
    data: { resumedAt: now },
  });
  const ended = await tx.urgentRing.updateMany({
    where: { ...own, endedAt: null },
    data: { endedAt: now, ...given },
  });
  if (ended.count > 0) return;
  await tx.urgentRing.create({
    data: { ...own, round, step: row.step ?? 'department', rungAt: now, endedAt: now, ...given },
  });
}

const record = (
  deps: Deps,
  tx: Tx,
  actor: Actor,
  row: LadderRow,
  type: string,
  payload: Record<string, string>,
) =>
  deps.record(tx, actor, {
    type,
    ...eventOf(row),
    payload: { ...whereOf(row), round: row.round, ...payload, stopped: [actor.accountId] },
  });
