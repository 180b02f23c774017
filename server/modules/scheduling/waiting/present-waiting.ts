import type { Tx } from '../../../kernel/db.ts';
import type { Prisma } from '../../../kernel/generated/client.ts';
import { dateOf } from '../../../kernel/zoned-time.ts';
import { physicianName } from '../../requests/index.ts';
import type { WaitingEntry } from '../waiting-contract.ts';
import { placeOf, waitingOrder } from './rules.ts';
import { queueOf, toWaiter } from './waiting-rows.ts';

const withOffer = { offers: { where: { state: 'open' } } } as const satisfies Prisma.WaitingEntryInclude;

/** Entries as the wire shows them, in the order of offering. Row-level security decides which the reader may see. */
export async function waitingEntries(
  tx: Tx,
  where: Prisma.WaitingEntryWhereInput,
  now: Date,
): Promise<WaitingEntry[]> {
  const today = dateOf(now.getTime());
  const rows = await tx.waitingEntry.findMany({ where, include: withOffer });
  const queue = await queueOf(tx, [...new Set(rows.map((row) => row.specialtyCode))]);
  const offers = rows.flatMap((row) => row.offers);
  const names = await namesOfPlaces(tx, {
    organisations: rows.map((row) => row.organisationId),
    departments: [...rows, ...offers].flatMap((row) => row.departmentId ?? []),
    practitioners: [...rows, ...offers].flatMap((row) => row.practitionerId ?? []),
  });
  const bySpecialty = Map.groupBy(queue, (one) => one.specialtyCode);
  const numbers = new Map(queue.map((one) => [one.id, one.requestNumber]));
  return rows
    .map((row) => ({ row, waiter: toWaiter(row) }))
    .sort((a, b) => waitingOrder(a.waiter, b.waiter))
    .map(({ row, waiter }): WaitingEntry => {
      const [offer] = row.offers;
      return {
        id: row.id,
        requestId: row.requestId,
        requestNumber: numbers.get(row.id) ?? 0,
        requester: names.organisation(row.organisationId),
        specialtyCode: row.specialtyCode,
        department: row.departmentId ? names.department(row.departmentId) : null,
        practitioner: row.practitionerId ? names.practitioner(row.practitionerId) : null,
        wish: {
          fromDay: waiter.fromDay,
          untilDay: waiter.untilDay,
          partsOfDay: [...waiter.partsOfDay],
          weekdays: [...waiter.weekdays],
          urgency: waiter.urgency === 'routine' ? 'routine' : 'urgent',
        },
        state: row.state,
        since: row.createdAt.toISOString(),
        place: placeOf(waiter, bySpecialty.get(row.specialtyCode) ?? [], today),
        offer: offer
          ? {
              id: offer.id,
              practitionerId: offer.practitionerId,
              practitionerName: names.practitioner(offer.practitionerId).name,
              department: names.department(offer.departmentId),
              startAt: offer.startAt.toISOString(),
              endAt: offer.endAt.toISOString(),
              expiresAt: offer.expiresAt.toISOString(),
            }
          : null,
      };
    });
}

type Ids = { organisations: string[]; departments: string[]; practitioners: string[] };

/** The directory's names: everybody signed in may read them. */
async function namesOfPlaces(tx: Tx, ids: Ids) {
  const named = { id: true, name: true } as const;
  const organisations = await tx.organisation.findMany({
    where: { id: { in: ids.organisations } },
    select: { ...named, city: true },
  });
  const departments = await tx.department.findMany({
    where: { id: { in: ids.departments } },
    select: named,
  });
  const people = await tx.practitioner.findMany({ where: { id: { in: ids.practitioners } } });
  const practitioners = people.map((one) => ({ id: one.id, name: physicianName(one) }));
  const finder = <T extends { id: string }>(list: readonly T[], none: (id: string) => T) => {
    const known = new Map(list.map((one) => [one.id, one]));
    return (id: string): T => known.get(id) ?? none(id);
  };
  return {
    organisation: finder(organisations, (id) => ({ id, name: '', city: '' })),
    department: finder(departments, (id) => ({ id, name: '' })),
    practitioner: finder(practitioners, (id) => ({ id, name: '' })),
  };
}
