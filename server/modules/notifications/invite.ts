import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { concernedBy } from './concerned.ts';
import { enqueueMails, type NewMail } from './mail/enqueue-mails.ts';
import { byEmail, wanting } from './wishes.ts';

/**
 * Brings the calendars of those whose booking it is in line with the booking as it stands: a REQUEST of its sequence
 * to everyone concerned, a CANCEL to whoever was sent a REQUEST and is concerned no more. Looks at no event, so that it
 * may run late, twice or out of turn. Who has the entry gets its changes too, whatever was chosen since: a calendar
 * that is wrong helps nobody.
 */
export async function reconcileInvitations(deps: Deps, tx: Tx, bookingId: string): Promise<void> {
  if (!deps.config.mail) return;
  const booking = await tx.booking.findUnique({
    where: { id: bookingId },
    select: { state: true, sequence: true, startAt: true, requestId: true },
  });
  if (!booking || (booking.state !== 'booked' && booking.state !== 'cancelled')) return;
  const stands = booking.state === 'booked' && booking.startAt > deps.clock.now();
  const concerned = stands ? (await concernedBy(tx, bookingId)).map(({ accountId }) => accountId) : [];
  const invited = await invitedTo(tx, bookingId);
  const wishing = new Set(await wanting(tx, concerned, byEmail('bookings')));
  const of = { bookingId, requestId: booking.requestId };
  const mails: NewMail[] = concerned
    .filter((id) => wishing.has(id) || invited.has(id))
    .map((accountId) => ({
      ...of,
      accountId,
      kind: 'invitation',
      cause: `invite:${bookingId}:${booking.sequence}`,
      sequence: booking.sequence,
      startAt: booking.startAt,
    }));
  for (const [accountId, last] of invited) {
    if (concerned.includes(accountId)) continue;
    const sequence = Math.max(booking.sequence, last.sequence + 1);
    mails.push({
      ...of,
      accountId,
      kind: 'cancellation',
      cause: `withdraw:${bookingId}:${sequence}`,
      sequence,
      startAt: last.startAt,
    });
  }
  await enqueueMails(deps, tx, mails);
}

type Last = { sequence: number; startAt: Date };

/**
 * Who holds an entry of the booking, with its sequence and time: who was sent a REQUEST, or may have been, and no
 * CANCEL after it. A REQUEST leaves only while the booking cannot change, so none is on its way unseen.
 */
async function invitedTo(tx: Tx, bookingId: string): Promise<Map<string, Last>> {
  const rows = await tx.mail.findMany({
    where: {
      bookingId,
      OR: [
        { kind: 'invitation', OR: [{ state: 'sent' }, { handedAt: { not: null } }] },
        { kind: 'cancellation', state: { not: 'dropped' } },
      ],
    },
    orderBy: { sequence: 'asc' },
    select: { accountId: true, kind: true, sequence: true, startAt: true },
  });
  const last = new Map<string, Last>();
  for (const { accountId, kind, sequence, startAt } of rows) {
    if (kind === 'cancellation') last.delete(accountId);
    else if (sequence !== null && startAt) last.set(accountId, { sequence, startAt });
  }
  return last;
}
