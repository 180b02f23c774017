import type { Actor } from '../../../kernel/actor.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { forbidden } from '../../../kernel/errors.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import { dateOf, dayBounds } from '../../../kernel/zoned-time.ts';
import type { listColleagues as endpoint } from '../booking-contract.ts';
import { mayHandOver } from '../policy.ts';
import { colleaguesOf } from './colleagues.ts';
import { ownBooking } from './own-booking.ts';

/** Who could take a booking over at its time: the free before the others, then who has fewer on that day. */
export function listColleagues(
  deps: Deps,
  actor: Actor,
  input: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  return deps.db.as(actor, async (tx) => {
    const { booking } = await ownBooking(tx, actor, input.id);
    if (!mayHandOver(actor, booking)) throw forbidden();
    const colleagues = await colleaguesOf(tx, booking, deps.clock.now());
    const day = dayBounds(dateOf(booking.startAt.getTime()));
    const counts = await tx.booking.groupBy({
      by: ['practitionerId'],
      where: {
        practitionerId: { in: colleagues.map(({ id }) => id) },
        state: { in: ['booked', 'fulfilled'] },
        startAt: { gte: new Date(day.start), lt: new Date(day.end) },
      },
      _count: true,
    });
    const bookings = new Map(counts.map((row) => [row.practitionerId, row._count]));
    const pools = await tx.pool.findMany({
      where: { departmentId: booking.departmentId, active: true },
      include: { members: true },
      orderBy: { name: 'asc' },
    });
    const free = new Set(colleagues.filter(({ obstacle }) => !obstacle).map(({ id }) => id));
    return {
      people: colleagues
        .map((one) => ({ ...one, bookings: bookings.get(one.id) ?? 0 }))
        .sort((a, b) => Number(a.obstacle !== null) - Number(b.obstacle !== null) || a.bookings - b.bookings),
      pools: pools.map(({ id, name, members }) => ({
        id,
        name,
        free: members.filter(({ practitionerId }) => free.has(practitionerId)).length,
      })),
    };
  });
}
