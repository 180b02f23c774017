import { ask, type Tx } from '../../../kernel/db.ts';
import { sql } from '../../../kernel/statement.ts';
import { namesOf } from '../../requests/index.ts';
import type { OxygenScale, OxygenScaleNow } from '../scoring-contract.ts';

const asScale = (stored: number | undefined): OxygenScale => (stored === 2 ? 2 : 1);

/** By which scale a person's oxygen saturation is scored now. */
export async function oxygenScaleOf(tx: Tx, patientId: string): Promise<OxygenScale> {
  return asScale((await lastDecision(tx, patientId))?.scale);
}

/** The same with who decided it. */
export async function viewOxygenScale(tx: Tx, patientId: string): Promise<OxygenScaleNow> {
  const last = await lastDecision(tx, patientId);
  if (!last) return { scale: 1, decidedBy: null, decidedAt: null, note: null };
  const by = (await namesOf(tx, [last.decidedById])).get(last.decidedById) ?? '';
  return {
    scale: asScale(last.scale),
    decidedBy: by,
    decidedAt: last.decidedAt.toISOString(),
    note: last.note,
  };
}

type Decision = { scale: number; note: string | null; decidedById: string; decidedAt: Date };

async function lastDecision(tx: Tx, patientId: string): Promise<Decision | undefined> {
  const [last] = await ask<Decision>(
    tx,
    sql`select scale, note, decided_by_id as "decidedById", decided_at as "decidedAt" from oxygen_scale_decision
      where patient_id = ${patientId} order by decided_at desc, id desc limit 1`,
  );
  return last;
}
