import { z } from 'zod';
import type { Deps } from '../../../kernel/deps.ts';
import type { RecordedEvent } from '../../../kernel/events.ts';
import type { Subscriber } from '../../../kernel/subscriber.ts';
import type { Scope } from './candidates.ts';
import { lookForTimes } from './look-for-times.ts';
import { waitAgain } from './wait-again.ts';

/** Offers freed times to the waiting list: hears whatever may free one, and whoever begins to wait. */
export const waitingSubscriber: Subscriber = {
  name: 'waiting',
  queue: 'on.waiting',
  types: [
    'booking.cancelled',
    'booking.moved',
    'booking.handed_over',
    'booking.missed',
    'booking.attendance_corrected',
    'roster.changed',
    'absence.changed',
    'pool.changed',
    'waiting.entered',
    'waiting.changed',
    'waiting.declined',
    'waiting.expired',
    'waiting.revoked',
  ],
  handle: hear,
};

const Payload = z.object({
  departmentId: z.string().nullish(),
  practitionerId: z.string().optional(),
  fromPractitionerId: z.string().optional(),
  startAt: z.string().optional(),
  fromStartAt: z.string().optional(),
  specialtyCode: z.string().optional(),
});
type Payload = z.infer<typeof Payload>;

const day = 86_400_000;

async function hear(deps: Deps, event: RecordedEvent): Promise<void> {
  const { success, data } = Payload.safeParse(event.payload);
  if (!success) return;
  if (event.type === 'booking.missed' || event.type === 'booking.attendance_corrected') {
    return waitAgain(deps, event);
  }
  const scope = await scopeOf(deps, event.type, data);
  if (scope) await lookForTimes(deps, scope);
}

async function scopeOf(deps: Deps, type: string, payload: Payload): Promise<Scope | null> {
  switch (type) {
    case 'booking.cancelled':
      return at(deps, payload.departmentId, payload.practitionerId, payload.startAt);
    case 'booking.moved':
      return at(deps, payload.departmentId, payload.fromPractitionerId, payload.fromStartAt);
    case 'booking.handed_over':
      return at(deps, payload.departmentId, payload.fromPractitionerId, payload.startAt);
    case 'waiting.revoked':
      // A wish may have gone from one department to another: the offered time is left in the old one.
      return payload.specialtyCode ? { specialtyCode: payload.specialtyCode } : null;
    case 'roster.changed':
    case 'absence.changed':
    case 'pool.changed':
      return wholeDepartment(deps, payload.departmentId);
    default:
      // Who begins to wait, or waits again: whatever is free of what could be wished for.
      if (!payload.specialtyCode) return null;
      return { specialtyCode: payload.specialtyCode, departmentId: payload.departmentId ?? undefined };
  }
}

/** A time of one person, with what lies beside it: a longer slot may fit where two small ones were. */
async function at(
  deps: Deps,
  departmentId: string | null | undefined,
  practitionerId: string | undefined,
  startAt: string | undefined,
): Promise<Scope | null> {
  const scope = await wholeDepartment(deps, departmentId);
  if (!scope || !practitionerId || !startAt) return scope;
  const start = Date.parse(startAt);
  return { ...scope, practitionerId, range: { start: start - day, end: start + day } };
}

/** Null where nobody waits: so it is nearly always, and then one look at an index is all. */
async function wholeDepartment(deps: Deps, id: string | null | undefined): Promise<Scope | null> {
  if (!id) return null;
  const [department] = await deps.db.system(
    (tx) => tx.$queryRaw<{ specialtyCode: string }[]>`
      select specialty_code as "specialtyCode" from department d where id = ${id}::uuid and exists (
        select 1 from waiting_entry w where w.specialty_code = d.specialty_code and w.state in ('waiting', 'offered'))`,
  );
  return department ? { specialtyCode: department.specialtyCode, departmentId: id } : null;
}

/** The net beneath the events, every quarter of an hour: each midnight brings days that can be booked now. */
export async function lookEverywhere(deps: Deps): Promise<void> {
  const specialties = await deps.db.system((tx) =>
    tx.waitingEntry.findMany({
      where: { state: { in: ['waiting', 'offered'] } },
      distinct: ['specialtyCode'],
      select: { specialtyCode: true },
    }),
  );
  for (const { specialtyCode } of specialties) await lookForTimes(deps, { specialtyCode });
}
