import type { Actor } from '../../kernel/actor.ts';
import { asSoftware, type Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict, forbidden, notFound } from '../../kernel/errors.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import { moveRequest, namesOf, type RequestRow } from '../requests/index.ts';
import { stopRings } from './ladder/ring-accounts.ts';
import { reachedUrgentRequest, stillness, type Where } from './own-urgent-request.ts';
import { levelUp } from './pass-on.ts';
import { mayClaim } from './policy.ts';
import type { claimUrgentRequest as endpoint } from './queue-contract.ts';

/**
 * One conditional UPDATE decides who gets the request. Who has it already gets the same answer again. Accepted by
 * somebody of the next level whom it rings, it is that department's from then on.
 * @throws conflict `already_claimed` with `{ by }`; conflict `request_state` when it was withdrawn
 */
export async function claimUrgentRequest(
  deps: Deps,
  actor: Actor,
  { requestId }: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  if (!mayClaim(actor)) throw forbidden();
  const { practitionerId } = actor;
  return deps.db.as(actor, async (tx) => {
    const now = deps.clock.now();
    const { row, urgent, where, isReached } = await reachedUrgentRequest(tx, actor, requestId, 'provider');
    const won = await tx.urgentRequest.updateMany({
      where: { requestId, claimedAt: null, endedAt: null },
      data: { claimedAt: now, claimedById: actor.accountId, ...stillness },
    });
    if (won.count === 0) {
      await refuseUnlessOwn(tx, actor, requestId);
      return { requestId };
    }
    const to = isReached ? await takeOver(deps, tx, actor, row) : where;
    await moveRequest(deps, tx, actor, requestId, 'accepted', { providerPractitionerId: practitionerId });
    const stopped = await asSoftware(tx, () => stopRings(tx, requestId, now, actor.accountId));
    await deps.record(tx, actor, {
      type: 'urgent.claimed',
      subject: { kind: 'request', id: requestId },
      patientId: row.patientId,
      requestId,
      payload: { ...to, practitionerId, step: urgent.step, stopped },
    });
    return { requestId };
  });
}

/** Moves the request to the department of the one whom it rings. @throws notFound when it rings no more */
async function takeOver(
  deps: Deps,
  tx: Tx,
  actor: Actor & { departmentId: string },
  row: RequestRow,
): Promise<Where> {
  const rings = await tx.urgentRing.count({
    where: { requestId: row.id, accountId: actor.accountId, endedAt: null },
  });
  if (rings === 0) throw notFound('request');
  const { departmentId } = actor;
  await asSoftware(tx, async () => {
    await levelUp(tx, row.id);
    await tx.$executeRaw`
      update consult_request r set provider_department_id = d.id, provider_organisation_id = d.organisation_id,
        specialty_code = d.specialty_code, updated_at = ${deps.clock.now()}
      from department d where d.id = ${departmentId}::uuid and r.id = ${row.id}::uuid`;
  });
  const where = { departmentId, organisationId: row.requesterOrganisationId };
  await deps.record(tx, actor, {
    type: 'urgent.passed',
    subject: { kind: 'request', id: row.id },
    patientId: row.patientId,
    requestId: row.id,
    payload: { ...where, fromDepartmentId: row.providerDepartmentId, isLevel: true },
  });
  return where;
}

async function refuseUnlessOwn(tx: Tx, actor: Actor, requestId: string): Promise<void> {
  const now = await tx.urgentRequest.findUnique({
    where: { requestId },
    select: { claimedById: true, endedAt: true, request: { select: { status: true } } },
  });
  // Passed on meanwhile.
  if (!now) throw notFound('request');
  const by = now.claimedById;
  if (now.endedAt === null && by === actor.accountId) return;
  if (now.endedAt !== null || by === null) {
    throw conflict('request_state', { data: { status: now.request.status } });
  }
  throw conflict('already_claimed', { data: { by: (await namesOf(tx, [by])).get(by) ?? '' } });
}
