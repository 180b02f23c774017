import type { Actor } from '../../kernel/actor.ts';
import { asSoftware, type Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict } from '../../kernel/errors.ts';
import { giveUpClaim } from './give-up-claim.ts';
import { stopRings } from './ladder/ring-accounts.ts';
import { startRound } from './ladder/start-round.ts';
import type { lockOwnUrgentRequest } from './own-urgent-request.ts';

/** What a department has decided of its own queue does not hold in another's. */
const unplaced = {
  pinnedAt: null,
  pinnedById: null,
  pinReason: null,
  pinNote: null,
  cameBackReason: null,
  cameBackAt: null,
  cameBackFromId: null,
} as const;

/** One level further in the network. Runs as the software itself. */
export const levelUp = (tx: Tx, requestId: string) =>
  tx.urgentRequest.update({ where: { requestId }, data: { ...unplaced, level: { increment: 1 } } });

/**
 * Passes a locked request that waits, or that the actor has accepted, to another department, where it rings from the
 * start; the own department then sees it no more.
 * @throws conflict `request_state` when a colleague has it or it is over
 */
export async function passOn(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  { row, where }: Pick<Awaited<ReturnType<typeof lockOwnUrgentRequest>>, 'row' | 'where'>,
  departmentId: string,
  isLevel: boolean,
): Promise<void> {
  const requestId = row.id;
  await giveUpClaim(deps, tx, actor, row);
  const stopped = await asSoftware(tx, () => stopRings(tx, requestId, deps.clock.now()));
  if (isLevel) await levelUp(tx, requestId);
  else await tx.urgentRequest.update({ where: { requestId }, data: unplaced });
  const [moved] = await tx.$queryRaw<{ passed: boolean }[]>`
    select pass_urgent_request(${requestId}::uuid, ${departmentId}::uuid) as passed`;
  if (!moved?.passed) throw conflict('request_state', { data: { status: row.status } });
  await deps.record(tx, actor, {
    type: 'urgent.passed',
    subject: { kind: 'request', id: requestId },
    patientId: row.patientId,
    requestId,
    payload: { ...where, departmentId, fromDepartmentId: where.departmentId, stopped, isLevel },
  });
  await asSoftware(tx, () => startRound(deps, tx, actor, requestId, 'passed'));
}
