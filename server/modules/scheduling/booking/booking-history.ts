import { z } from 'zod';
import type { Tx } from '../../../kernel/db.ts';
import { Role } from '../../../kernel/wire.ts';
import { namesOf, physicianName } from '../../requests/index.ts';
import type { BookingStep } from '../booking-contract.ts';

type Stored = { at: Date; type: string; by: string | null; role: string | null; payload: unknown };

/** What the steps say, each its part; an older event may say less. */
const Payload = z.object({
  startAt: z.string().optional(),
  practitionerId: z.string().optional(),
  fromStartAt: z.string().optional(),
  fromPractitionerId: z.string().optional(),
  reason: z.string().optional(),
  missedBy: z.string().nullable().optional(),
  overbooked: z.boolean().optional(),
});

/** What a booking went through, from the event log, first to last. Names are those of today. */
export async function bookingHistory(tx: Tx, bookingId: string): Promise<BookingStep[]> {
  const stored = await tx.$queryRaw<Stored[]>`
    select at, type, actor_account_id::text as by, actor_role as role, payload
    from booking_history where booking_id = ${bookingId}::uuid order by event_id`;
  const steps = stored.map((step) => ({ ...step, payload: Payload.safeParse(step.payload).data ?? {} }));
  const people = await namesOf(
    tx,
    steps.flatMap(({ by }) => by ?? []),
  );
  const physicians = await physicianNames(
    tx,
    steps.flatMap(({ payload }) => [payload.practitionerId ?? [], payload.fromPractitionerId ?? []].flat()),
  );
  return steps.map(({ at, type, by, role, payload }) => {
    const { startAt, practitionerId, fromStartAt, fromPractitionerId } = payload;
    const place = (start = startAt, practitioner = practitionerId) =>
      start && practitioner ? { startAt: start, practitioner: physicians.get(practitioner) ?? '' } : null;
    const known = Role.safeParse(role);
    return {
      at: at.toISOString(),
      type,
      by: by && known.success ? { name: people.get(by) ?? '', role: known.data } : null,
      from: fromStartAt || fromPractitionerId ? place(fromStartAt, fromPractitionerId) : null,
      to: place(),
      reason: payload.reason ?? payload.missedBy ?? null,
      overbooked: payload.overbooked ?? false,
    };
  });
}

async function physicianNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.practitioner.findMany({ where: { id: { in: [...new Set(ids)] } } });
  return new Map(rows.map((row) => [row.id, physicianName(row)]));
}
