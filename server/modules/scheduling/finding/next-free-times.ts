import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { forbidden } from '../../../kernel/errors.ts';
import type { Reply } from '../../../kernel/wire.ts';
import type { nextFreeTimes as endpoint } from '../contract.ts';
import { maySeeFreeTimes } from '../policy.ts';
import type { FreeOffer } from '../time/free-offers.ts';
import { bySlot } from '../time/slot-order.ts';
import { openFinder, presentOffer } from './free-finder.ts';

/**
 * Every specialty that a department offers, and each of its departments, with the next free time or null when the
 * rosters have none. All departments are looked at together, see `firstFree`.
 */
export async function nextFreeTimes(deps: Deps, actor: Actor): Promise<Reply<typeof endpoint>> {
  if (!maySeeFreeTimes(actor)) throw forbidden();
  const now = deps.clock.now();
  return deps.db.as(actor, async (tx) => {
    const finder = await openFinder(tx, actor, {}, now);
    const range = { start: now.getTime(), end: finder.horizon };
    const found = await finder.first(
      finder.departments.map(({ id }) => ({ range, count: 1, departmentId: id })),
    );
    const waiting = await waitingByDepartment(
      tx,
      finder.departments.map(({ id }) => id),
    );
    const departments = finder.departments
      .map((one, at) => ({ ...one, next: found[at]?.[0] ?? null }))
      .sort((a, b) => a.name.localeCompare(b.name, 'de') || (a.id < b.id ? -1 : 1));
    const specialties = await tx.specialty.findMany({
      where: { departments: { some: { active: true } } },
      orderBy: { nameDe: 'asc' },
    });
    return {
      specialties: specialties.map(({ code, nameDe, nameEn }) => {
        const own = departments.filter(({ specialtyCode }) => specialtyCode === code);
        return {
          code,
          nameDe,
          nameEn,
          next: presented(earliest(own.map(({ next }) => next))),
          departments: own.map(({ id, name, organisationId, organisationName, next }) => ({
            id,
            name,
            organisation: { id: organisationId, name: organisationName },
            next: presented(next),
            waiting: waiting.get(id) ?? 0,
          })),
        };
      }),
    };
  });
}

const presented = (offer: FreeOffer | null) => offer && presentOffer(offer);

const earliest = (offers: readonly (FreeOffer | null)[]): FreeOffer | null =>
  offers.flatMap((offer) => offer ?? []).sort((a, b) => bySlot(a.slot, b.slot))[0] ?? null;

async function waitingByDepartment(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; waiting: number }[]>`
    select id, waiting_count(array[id::uuid]) as waiting from unnest(${[...ids]}::text[]) as id`;
  return new Map(rows.map(({ id, waiting }) => [id, waiting]));
}
