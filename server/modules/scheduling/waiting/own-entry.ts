import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import { conflict, forbidden, notFound } from '../../../kernel/errors.ts';
import { serialise } from '../../../kernel/lock.ts';
import { mayBook } from '../policy.ts';
import { withPatient } from './make-offer.ts';

const withOpen = { ...withPatient, offers: { where: { state: 'open' } } } as const;

/** One transaction at a time works on the list of a specialty: who is next is decided once. Taken before any calendar. */
export const takeList = (tx: Tx, specialtyCode: string): Promise<void> =>
  serialise(tx, `waiting:${specialtyCode}`);

/**
 * An open entry of the actor's practice, for this transaction, with its open offer.
 * @throws forbidden; notFound `waiting_not_found`; conflict `waiting_state` with `{ state }` when it no longer waits
 */
export async function ownEntry(tx: Tx, actor: Actor, id: string) {
  if (!mayBook(actor)) throw forbidden();
  const of = { id, organisationId: actor.organisationId };
  const found = await tx.waitingEntry.findFirst({ where: of, select: { specialtyCode: true } });
  if (!found) throw notFound('waiting');
  await takeList(tx, found.specialtyCode);
  return stillOpen(tx, id);
}

/** The entry as it is once its list is taken. @throws conflict `waiting_state` */
export async function stillOpen(tx: Tx, id: string) {
  const entry = await tx.waitingEntry.findUniqueOrThrow({ where: { id }, include: withOpen });
  if (entry.state !== 'waiting' && entry.state !== 'offered') {
    throw conflict('waiting_state', { data: { state: entry.state } });
  }
  return { ...entry, offer: entry.offers[0] ?? null };
}

export type OpenEntry = Awaited<ReturnType<typeof stillOpen>>;
