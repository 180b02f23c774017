import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { conflict, forbidden, notFound } from '../../../kernel/errors.ts';
import type { Prisma } from '../../../kernel/generated/client.ts';
import { physicianName } from '../../requests/index.ts';
import type { Hold } from '../contract.ts';
import { mayBook } from '../policy.ts';
import type { FreeSlot } from '../time/roster.ts';
import { holdEvent } from './booking-event.ts';
import { chooseSlot, offeringNearest } from './choose-slot.ts';
import { giveUpHolds } from './free-holds.ts';
import { practiceView } from './judge-time.ts';
import type { Named } from './nearest-free.ts';

const holdLength = 5 * 60_000;

/** Keeps a free time for five minutes; the person's earlier hold is given up in the same moment. */
export async function holdTime(deps: Deps, actor: Actor, named: Named): Promise<Hold> {
  if (!mayBook(actor)) throw forbidden();
  return offeringNearest(
    deps,
    actor,
    () => named,
    () =>
      deps.db.as(actor, async (tx) => {
        const now = deps.clock.now();
        const slot = await chooseSlot(deps, tx, actor, named, practiceView(actor));
        await giveUpHolds(deps, tx, actor);
        const row = await tx.booking.create({
          data: {
            ...timesOf(slot),
            organisationId: actor.organisationId,
            bookedById: actor.accountId,
            state: 'held',
            heldUntil: new Date(now.getTime() + holdLength),
            createdAt: now,
          },
        });
        await deps.record(tx, actor, holdEvent('hold.made', row));
        return presentHold(tx, row);
      }),
  );
}

/** Once, for five more minutes. @throws notFound `hold_not_found`; conflict `hold_expired`, `hold_extended` */
export async function extendHold(deps: Deps, actor: Actor, input: { id: string }): Promise<Hold> {
  return deps.db.as(actor, async (tx) => {
    const own = { id: input.id, state: 'held', bookedById: actor.accountId, waitingId: null } as const;
    const row = await tx.booking.findFirst({ where: own });
    if (!row?.heldUntil) throw notFound('hold');
    if (row.heldUntil <= deps.clock.now()) throw conflict('hold_expired');
    const [extended] = await tx.booking.updateManyAndReturn({
      where: { ...own, heldUntil: { lte: new Date(row.createdAt.getTime() + holdLength) } },
      data: { heldUntil: new Date(row.heldUntil.getTime() + holdLength) },
    });
    if (!extended) throw conflict('hold_extended');
    await deps.record(tx, actor, holdEvent('hold.extended', extended));
    return presentHold(tx, extended);
  });
}

export async function releaseHold(
  deps: Deps,
  actor: Actor,
  input: { id: string },
): Promise<Record<string, never>> {
  await deps.db.as(actor, (tx) => giveUpHolds(deps, tx, actor, { only: input.id }));
  return {};
}

/** The columns of a booking that a slot decides. */
export const timesOf = (slot: FreeSlot) => ({
  practitionerId: slot.practitionerId,
  departmentId: slot.departmentId,
  poolId: slot.poolId,
  modality: slot.modality,
  startAt: new Date(slot.start),
  endAt: new Date(slot.end),
  blockedFrom: new Date(slot.blockedFrom),
  blockedUntil: new Date(slot.blockedUntil),
});

async function presentHold(tx: Tx, row: Prisma.BookingGetPayload<object>): Promise<Hold> {
  const practitioner = await tx.practitioner.findUniqueOrThrow({ where: { id: row.practitionerId } });
  const heldUntil = row.heldUntil ?? row.createdAt;
  return {
    id: row.id,
    practitionerId: row.practitionerId,
    practitionerName: physicianName(practitioner),
    poolId: row.poolId,
    startAt: row.startAt.toISOString(),
    endAt: row.endAt.toISOString(),
    heldUntil: heldUntil.toISOString(),
    extendable: heldUntil.getTime() - row.createdAt.getTime() <= holdLength,
  };
}
