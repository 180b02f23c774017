import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { forbidden } from '../../kernel/errors.ts';
import type { EventSeal } from '../../kernel/generated/client.ts';
import { mayReadAudit } from './policy.ts';
import { checkSeal, type SealFault } from './seal.ts';
import { sealedColumns } from './sealed-columns.ts';

/** Seals checked in one transaction, so that a long log does not hold one open. */
const pieceSize = 20;

type Checked = { last: EventSeal | null; seals: number; events: number };
type Fault = { seal: EventSeal; fault: SealFault };

/** Recomputes every seal from the rows as they are now. @throws forbidden */
export async function checkIntegrity(deps: Deps, actor: Actor) {
  if (!mayReadAudit(actor)) throw forbidden();
  const checked: Checked = { last: null, seals: 0, events: 0 };
  let broken: Fault | null = null;
  let more = true;
  while (more && !broken) {
    const piece = await deps.db.as(actor, (tx) => checkPiece(tx, checked));
    broken = piece.broken;
    more = piece.more;
  }
  return deps.db.as(actor, async (tx) => {
    const waiting = await tx.eventLog.aggregate({
      where: { id: { gt: await lastSealed(tx) } },
      _count: true,
      _min: { at: true },
    });
    await deps.record(tx, actor, {
      type: 'audit.viewed',
      subject: { kind: 'audit', id: 'integrity' },
      payload: { sound: broken === null, seals: checked.seals },
    });
    return {
      sound: broken === null,
      seals: checked.seals,
      events: checked.events,
      last: checked.last ? { ...range(checked.last), hash: checked.last.hash } : null,
      broken: broken ? { ...range(broken.seal), fault: broken.fault } : null,
      waiting: waiting._count,
      waitingSince: waiting._min.at?.toISOString() ?? null,
      checkedAt: deps.clock.now().toISOString(),
    };
  });
}

/** Checks the next seals and moves `checked` on. Rows between two seals belong to the second: there must be none. */
async function checkPiece(tx: Tx, checked: Checked): Promise<{ broken: Fault | null; more: boolean }> {
  const seals = await tx.eventSeal.findMany({
    where: { id: { gt: checked.last?.id ?? 0n } },
    orderBy: { id: 'asc' },
    take: pieceSize,
  });
  for (const seal of seals) {
    const rows = await tx.eventLog.findMany({
      where: { id: { gt: checked.last?.lastId ?? 0n, lte: seal.lastId } },
      orderBy: { id: 'asc' },
      select: sealedColumns,
    });
    const fault = checkSeal(checked.last, seal, rows);
    if (fault) return { broken: { seal, fault }, more: false };
    checked.last = seal;
    checked.seals += 1;
    checked.events += seal.count;
  }
  return { broken: null, more: seals.length === pieceSize };
}

async function lastSealed(tx: Tx): Promise<bigint> {
  const last = await tx.eventSeal.aggregate({ _max: { lastId: true } });
  return last._max.lastId ?? 0n;
}

const range = (seal: EventSeal) => ({
  id: String(seal.id),
  firstId: String(seal.firstId),
  lastId: String(seal.lastId),
  sealedAt: seal.sealedAt.toISOString(),
});
