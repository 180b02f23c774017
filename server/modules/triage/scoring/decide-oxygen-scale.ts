import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { conflict, forbidden, invalid, notFound } from '../../../kernel/errors.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import { ageOn, dateOf } from '../../../kernel/zoned-time.ts';
import { lastKnown, valuesOf } from '../known-values.ts';
import { mayDecideScale } from '../policy.ts';
import { scoreVitalSigns } from '../score-vital-signs.ts';
import type {
  decideOxygenScale as decide,
  OxygenScale,
  getOxygenScale as read,
} from '../scoring-contract.ts';
import { viewOxygenScale } from './oxygen-scale.ts';

/** By which scale, and who decided so; for who may see the person. */
export async function getOxygenScale(
  deps: Deps,
  actor: Actor,
  { patientId }: Input<typeof read>,
): Promise<Reply<typeof read>> {
  return deps.db.as(actor, async (tx) => {
    await birthDateOf(tx, patientId);
    return viewOxygenScale(tx, patientId);
  });
}

/**
 * Records a physician's decision; earlier ones stay on record. Open urgent requests of the person are scored anew, so
 * that the queue stands by it at once.
 * @throws invalid `reason_missing` at `note` for scale 2; conflict `news2_not_applicable` under 16 years
 */
export async function decideOxygenScale(
  deps: Deps,
  actor: Actor,
  { patientId, scale, note }: Input<typeof decide>,
): Promise<Reply<typeof decide>> {
  if (!mayDecideScale(actor)) throw forbidden();
  if (scale === 2 && !note) throw invalid('reason_missing', { fields: { note: 'reason_missing' } });
  return deps.db.as(actor, async (tx) => {
    const now = deps.clock.now();
    const ageYears = ageOn(await birthDateOf(tx, patientId), dateOf(now.getTime()));
    if (scale === 2 && ageYears < 16) throw conflict('news2_not_applicable');
    await tx.oxygenScaleDecision.create({
      data: { patientId, scale, note: note || null, decidedById: actor.accountId, decidedAt: now },
    });
    await deps.record(tx, actor, {
      type: 'oxygen_scale.decided',
      subject: { kind: 'patient', id: patientId },
      patientId,
      payload: { scale },
    });
    await scoreOpenRequests(deps, tx, actor, patientId, ageYears, scale);
    return viewOxygenScale(tx, patientId);
  });
}

async function birthDateOf(tx: Tx, patientId: string): Promise<string> {
  const found = await tx.patient.findUnique({ where: { id: patientId }, select: { birthDate: true } });
  if (!found) throw notFound('patient');
  return found.birthDate.toISOString().slice(0, 10);
}

async function scoreOpenRequests(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  patientId: string,
  ageYears: number,
  oxygenScale: OxygenScale,
): Promise<void> {
  const open = await tx.urgentRequest.findMany({
    where: { request: { patientId, status: { in: ['waiting', 'accepted', 'in_consultation'] } } },
    include: { request: { select: { providerDepartmentId: true, requesterOrganisationId: true } } },
  });
  for (const { requestId, pregnant, request } of open) {
    const sets = await tx.vitalSigns.findMany({
      where: { requestId },
      orderBy: [{ takenAt: 'asc' }, { id: 'asc' }],
    });
    const known = lastKnown(sets.map(valuesOf));
    const { stored } = scoreVitalSigns(known, { ageYears, pregnant, oxygenScale });
    await tx.urgentRequest.update({ where: { requestId }, data: { news2: stored } });
    await deps.record(tx, actor, {
      type: 'urgent.scored',
      subject: { kind: 'request', id: requestId },
      patientId,
      requestId,
      payload: {
        departmentId: request.providerDepartmentId,
        organisationId: request.requesterOrganisationId,
        news2: stored,
        scale: oxygenScale,
      },
    });
  }
}
