import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import { forbidden, notFound } from '../../../kernel/errors.ts';
import { namesOf, reachedRequest } from '../../requests/index.ts';
import { type Guest, GuestLanguage } from '../guests-contract.ts';
import { maySit } from '../policy.ts';
import { guestStateAt } from './guest-state.ts';

type Row = NonNullable<Awaited<ReturnType<Tx['consultationGuest']['findUnique']>>>;

/**
 * A request in whose room the actor may sit: who sits with a guest also invites, admits and sends away.
 * @throws notFound `request_not_found`; forbidden
 */
export async function requestWithGuests(tx: Tx, actor: Actor, requestId: string) {
  const { row, side } = await reachedRequest(tx, actor, requestId);
  if (!maySit(actor, side)) throw forbidden();
  return { row, side };
}

/** @throws notFound `guest_not_found` also for a guest of another request */
export async function lockGuest(tx: Tx, requestId: string, guestId: string): Promise<Row> {
  await tx.$queryRaw`select id from consultation_guest where id = ${guestId}::uuid for update`;
  const guest = await tx.consultationGuest.findUnique({ where: { id: guestId, requestId } });
  if (!guest) throw notFound('guest');
  return guest;
}

export async function presentGuests(tx: Tx, rows: readonly Row[], now: Date): Promise<Guest[]> {
  const names = await namesOf(
    tx,
    rows.map(({ invitedById }) => invitedById),
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    language: GuestLanguage.parse(row.language),
    side: row.side,
    state: guestStateAt(row, now),
    invitedBy: names.get(row.invitedById) ?? '',
    since: row.changedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }));
}

export async function presentGuest(tx: Tx, id: string, now: Date): Promise<Guest> {
  const row = await tx.consultationGuest.findUniqueOrThrow({ where: { id } });
  const [guest] = await presentGuests(tx, [row], now);
  if (!guest) throw notFound('guest');
  return guest;
}
