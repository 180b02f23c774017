import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { forbidden } from '../../../kernel/errors.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import type { getDuty as read, setDuty as write } from '../duty-contract.ts';
import { maySeeQueue } from '../policy.ts';
import { ownShift } from './own-shift.ts';

/** How long `soon` lasts unless told otherwise, in minutes. */
const soonMinutes = 15;

/** Own status; `soon` that is over reads as ready. */
export async function getDuty(deps: Deps, actor: Actor): Promise<Reply<typeof read>> {
  if (!maySeeQueue(actor)) throw forbidden();
  return deps.db.as(actor, (tx) => view(deps, tx, actor));
}

/**
 * Says how the signed-in person can be reached. Who is away is rung no more, and where nobody else rings the next
 * step begins; who is ready again is rung along at once.
 */
export async function setDuty(
  deps: Deps,
  actor: Actor,
  { status, minutes }: Input<typeof write>,
): Promise<Reply<typeof write>> {
  if (!maySeeQueue(actor)) throw forbidden();
  const { accountId, departmentId } = actor;
  return deps.db.as(actor, async (tx) => {
    const now = deps.clock.now();
    const until = status === 'soon' ? new Date(now.getTime() + (minutes ?? soonMinutes) * 60_000) : null;
    const data = { status, until, setAt: now };
    await tx.dutyState.upsert({ where: { accountId }, create: { accountId, ...data }, update: data });
    await deps.record(tx, actor, {
      type: 'duty.changed',
      subject: { kind: 'account', id: accountId },
      payload: { departmentId, status, until: until?.toISOString() ?? null },
    });
    // With the fact, so that it is not lost with the server process.
    const job = status === 'away' ? { silence: accountId } : { departmentId };
    await deps.jobs.send(tx, 'triage.step', job, { startAfter: until ?? now });
    return view(deps, tx, actor);
  });
}

async function view(deps: Deps, tx: Tx, actor: Actor): Promise<Reply<typeof read>> {
  const now = deps.clock.now();
  const state = await tx.dutyState.findUnique({ where: { accountId: actor.accountId } });
  const holds = state && (state.until === null || state.until > now);
  return {
    status: holds ? state.status : 'ready',
    until: holds ? (state.until?.toISOString() ?? null) : null,
    onCall: await ownShift(tx, actor, now),
  };
}
