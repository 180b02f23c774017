import type { z } from 'zod';
import type { Tx } from '../../../kernel/db.ts';
import { conflict, invalid } from '../../../kernel/errors.ts';
import type { Prisma } from '../../../kernel/generated/client.ts';
import { physicianName } from '../../requests/index.ts';
import type { OnCallSwap } from '../on-call-contract.ts';
import { presentShift, withPractitioner } from './list-on-call.ts';

export const withShifts = {
  shift: { include: withPractitioner },
  inReturn: { include: withPractitioner },
} as const satisfies Prisma.OnCallSwapInclude;
export type SwapRow = Prisma.OnCallSwapGetPayload<{ include: typeof withShifts }>;

/** Swaps as the wire has them; their people are read together. */
export async function presentSwaps(tx: Tx, rows: readonly SwapRow[]): Promise<z.input<typeof OnCallSwap>[]> {
  const ids = rows.flatMap(({ fromPractitionerId, toPractitionerId }) => [
    fromPractitionerId,
    toPractitionerId,
  ]);
  const people = await tx.practitioner.findMany({
    where: { id: { in: ids } },
    select: { id: true, title: true, givenName: true, familyName: true },
  });
  const person = (id: string) => {
    const found = people.find((one) => one.id === id);
    return { id, name: found ? physicianName(found) : '' };
  };
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    shift: presentShift(row.shift),
    from: person(row.fromPractitionerId),
    to: person(row.toPractitionerId),
    inReturn: row.inReturn && presentShift(row.inReturn),
    note: row.note,
    offeredAt: row.offeredAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
  }));
}

type Shift = { id: string; practitionerId: string; startAt: Date; endAt: Date };

/** @throws invalid `shift_unknown` for another person's or department's, `shift_over` for a past one, at its field */
export async function shiftOf(
  tx: Tx,
  departmentId: string,
  practitionerId: string,
  id: string,
  field: string,
  now: Date,
): Promise<Shift> {
  const shift = await tx.onCallShift.findFirst({ where: { id, departmentId, practitionerId } });
  if (!shift) throw invalid('shift_unknown', { fields: { [field]: 'shift_unknown' } });
  if (shift.endAt <= now) throw invalid('shift_over', { fields: { [field]: 'shift_over' } });
  return shift;
}

/** @throws conflict `on_call_double` when whoever takes a shift over is on call then already, at whichever level */
export async function refuseDouble(
  tx: Tx,
  departmentId: string,
  practitionerId: string,
  taken: Shift,
  given: Shift | null,
): Promise<void> {
  const other = await tx.onCallShift.findFirst({
    where: {
      departmentId,
      practitionerId,
      id: { notIn: [taken.id, ...(given ? [given.id] : [])] },
      startAt: { lt: taken.endAt },
      endAt: { gt: taken.startAt },
    },
    select: { id: true },
  });
  if (other) throw conflict('on_call_double');
}
