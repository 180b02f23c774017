import type { z } from 'zod';
import { asSoftware, type Tx } from '../../../kernel/db.ts';
import { namesOf, type RequestRow } from '../../requests/index.ts';
import { AlarmReason, CameBack, type Ladder, StepGap, UrgentStep } from '../ladder-contract.ts';
import type { UrgentRow } from '../own-urgent-request.ts';
import { readLadder } from './ladder-row.ts';
import { planStep } from './plan-ladder.ts';
import { readRound } from './read-round.ts';

const Reason = CameBack.shape.reason;

/** Where a request's ringing is now, as both sides see it. */
export async function viewLadder(
  tx: Tx,
  row: RequestRow,
  urgent: UrgentRow,
  now: Date,
): Promise<z.input<typeof Ladder>> {
  const { requestId } = urgent;
  const rings = await tx.urgentRing.findMany({
    where: { requestId, round: urgent.round },
    orderBy: [{ rungAt: 'asc' }, { id: 'asc' }],
  });
  const from = urgent.cameBackFromId;
  const names = await namesOf(tx, [...rings.map(({ accountId }) => accountId), ...(from ? [from] : [])]);
  const nameOf = (id: string) => names.get(id) ?? '';
  const cameBack = Reason.safeParse(urgent.cameBackReason).data;
  return {
    step: urgent.step,
    startedAt: urgent.stepStartedAt?.toISOString() ?? null,
    dueAt: urgent.stepDueAt?.toISOString() ?? null,
    ringing: rings
      .filter(({ endedAt }) => endedAt === null)
      .map((ring) => ({ name: nameOf(ring.accountId), step: ring.step, since: ring.rungAt.toISOString() })),
    next: await nextOf(tx, requestId, now),
    skipped: skippedOf(urgent.skipped),
    promised: rings.flatMap(({ accountId, until, resumedAt }) =>
      urgent.step && until && !resumedAt ? [{ name: nameOf(accountId), until: until.toISOString() }] : [],
    ),
    alarm: AlarmReason.safeParse(urgent.alarm).data ?? null,
    firstRungAt: urgent.firstRungAt?.toISOString() ?? null,
    cameBack:
      cameBack && urgent.cameBackAt
        ? { reason: cameBack, name: from ? nameOf(from) : '', at: urgent.cameBackAt.toISOString() }
        : null,
    phone: row.department.phone,
    level: urgent.level,
  };
}

/** What comes after the present step, by who can be reached now. Names of people at work only, no more than is rung. */
const nextOf = (tx: Tx, requestId: string, now: Date): Promise<z.input<typeof Ladder>['next']> =>
  asSoftware(tx, async () => {
    const row = await readLadder(tx, requestId);
    if (!row?.step || row.step === 'coordination') return null;
    const round = await readRound(tx, row, now);
    const { step, rung } = planStep(row.step, round);
    const names = new Map(round.staff.map(({ accountId, name }) => [accountId, name]));
    return { step, names: rung.map((id) => names.get(id) ?? '') };
  });

/** `primary:nobody_on_call` as the wire has it; what an older version wrote otherwise is left out. Pure. */
const skippedOf = (stored: readonly string[]): z.input<typeof Ladder>['skipped'] =>
  stored.flatMap((one) => {
    const [step, because] = one.split(':');
    const known = { step: UrgentStep.safeParse(step), because: StepGap.safeParse(because) };
    return known.step.success && known.because.success
      ? [{ step: known.step.data, because: known.because.data }]
      : [];
  });
