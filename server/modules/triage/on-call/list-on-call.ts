import type { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { invalid } from '../../../kernel/errors.ts';
import type { Prisma } from '../../../kernel/generated/client.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import { physicianName } from '../../requests/index.ts';
import type { listOnCall as endpoint, OnCallShift } from '../on-call-contract.ts';
import { onCallOf } from './on-call-now.ts';

/** Longest time that may be asked for, in ms. */
export const longest = 62 * 86_400_000;

/** Shifts of a department that touch [from, until), and who is on call there now. */
export async function listOnCall(
  deps: Deps,
  actor: Actor,
  input: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  const [from, until] = [new Date(input.from), new Date(input.until)];
  if (until <= from) throw invalid('end_before_start', { fields: { until: 'end_before_start' } });
  if (until.getTime() - from.getTime() > longest) {
    throw invalid('range_too_long', { fields: { until: 'range_too_long' } });
  }
  return deps.db.as(actor, async (tx) => {
    const shifts = await tx.onCallShift.findMany({
      where: { departmentId: input.departmentId, startAt: { lt: until }, endAt: { gt: from } },
      orderBy: [{ startAt: 'asc' }, { level: 'asc' }],
      include: withPractitioner,
    });
    return {
      shifts: shifts.map(presentShift),
      now: await onCallOf(tx, input.departmentId, deps.clock.now()),
    };
  });
}

export const withPractitioner = {
  practitioner: { select: { id: true, title: true, givenName: true, familyName: true } },
} as const satisfies Prisma.OnCallShiftInclude;

type Row = Prisma.OnCallShiftGetPayload<{ include: typeof withPractitioner }>;

export const presentShift = (row: Row): z.input<typeof OnCallShift> => ({
  id: row.id,
  departmentId: row.departmentId,
  level: row.level,
  practitioner: {
    id: row.practitioner.id,
    name: physicianName(row.practitioner),
  },
  startAt: row.startAt.toISOString(),
  endAt: row.endAt.toISOString(),
});
