import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { forbidden } from '../../kernel/errors.ts';
import { Prisma } from '../../kernel/generated/client.ts';
import type { Input } from '../../kernel/wire.ts';
import type { listEvents as asked } from './contract.ts';
import { presentEvent, readEvents } from './event-rows.ts';
import { askedFor, conditions } from './filter.ts';
import { mayReadAudit } from './policy.ts';

/** One page of the log, newest first. @throws forbidden; not_found `patient_not_found` */
export async function listEvents(deps: Deps, actor: Actor, { before, size, ...filter }: Input<typeof asked>) {
  if (!mayReadAudit(actor)) throw forbidden();
  return deps.db.as(actor, async (tx) => {
    const { where, patient } = await conditions(tx, filter);
    if (before) where.push(Prisma.sql`e.id < ${BigInt(before)}`);
    const rows = await readEvents(tx, where, 'newest', size + 1);
    const page = rows.slice(0, size);
    await deps.record(tx, actor, {
      type: 'audit.viewed',
      subject: { kind: 'audit', id: 'events' },
      ...(patient ? { patientId: patient.id } : {}),
      payload: { ...askedFor(filter), ...(before ? { before } : {}), count: page.length },
    });
    const oldest = page.at(-1);
    return {
      events: page.map(presentEvent),
      next: rows.length > size && oldest ? String(oldest.id) : null,
    };
  });
}
