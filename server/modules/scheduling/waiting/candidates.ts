import type { Tx } from '../../../kernel/db.ts';
import type { Prisma } from '../../../kernel/generated/client.ts';
import type { Interval } from '../../../kernel/interval.ts';
import type { Asker } from '../time/roster.ts';
import { type Waiting, withPatient } from './make-offer.ts';
import { type Waiter, waitingOrder } from './rules.ts';
import { toWaiter } from './waiting-rows.ts';

/** Where a time may have become free. */
export type Scope = {
  specialtyCode: string;
  departmentId?: string | undefined;
  practitionerId?: string | undefined;
  /** Starts; left out: from now to the furthest bookable day. */
  range?: Interval | undefined;
};

/** An entry as the list's rules see it, with its row and whom rosters with an audience look at. */
export type Candidate = Waiter & { row: Waiting; asker: Asker };

/** Who waits for a time of the scope, in the order of offering. */
export async function candidatesOf(tx: Tx, scope: Scope, take: number): Promise<Candidate[]> {
  const { departmentId, practitionerId } = scope;
  const rows = await tx.waitingEntry.findMany({
    where: {
      state: 'waiting',
      request: { status: 'waiting' },
      specialtyCode: scope.specialtyCode,
      ...(departmentId ? { OR: [{ departmentId: null }, { departmentId }] } : {}),
      ...(practitionerId ? { AND: { OR: [{ practitionerId: null }, { practitionerId }] } } : {}),
    },
    include: withPatient,
    orderBy: [{ urgency: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    take,
  });
  const organisations = await tx.organisation.findMany({
    where: { id: { in: rows.map((row) => row.organisationId) } },
    select: { id: true, countyAgs: true },
  });
  const countyOf = new Map(organisations.map(({ id, countyAgs }) => [id, countyAgs]));
  return rows
    .map((row) => ({
      ...toWaiter(row),
      row,
      asker: { organisationId: row.organisationId, countyAgs: countyOf.get(row.organisationId) ?? '' },
    }))
    .sort(waitingOrder);
}

export type LeftHold = Prisma.BookingGetPayload<object>;

/** Holds of offers that have ended: kept so that their time goes to the next of the list first. */
export const leftHolds = (
  tx: Tx,
  { specialtyCode, departmentId, practitionerId, range }: Scope,
): Promise<LeftHold[]> =>
  tx.booking.findMany({
    where: {
      state: 'held',
      waiting: { specialtyCode },
      NOT: { offer: { state: 'open' } },
      ...(departmentId ? { departmentId } : {}),
      ...(practitionerId ? { practitionerId } : {}),
      ...(range ? { startAt: { gte: new Date(range.start), lt: new Date(range.end) } } : {}),
    },
  });
