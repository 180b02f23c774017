import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import type { Mail } from '../../../kernel/generated/client.ts';
import { concernedBy } from '../concerned.ts';
import { standsStill } from '../standing-booking.ts';

/** Whether an e-mail's matter still holds; from then on it does until the transaction ends. */
export async function stillTrue(deps: Deps, tx: Tx, mail: Mail): Promise<boolean> {
  switch (mail.kind) {
    case 'invitation':
    case 'remind_day':
    case 'remind_minutes':
      return (
        (await standsStill(tx, mail.bookingId ?? '', mail.sequence ?? 0, deps.clock.now())) &&
        (await isConcerned(tx, mail))
      );
    case 'cancellation':
      return !(await invitedAgain(tx, mail));
    case 'offer':
      return isOpen(deps, tx, mail);
    case 'report':
      return true;
    default:
      // Of duty: its facts say so themselves (`duty-letter.ts`).
      return false;
  }
}

async function isConcerned(tx: Tx, { bookingId, accountId }: Mail): Promise<boolean> {
  return (await concernedBy(tx, bookingId ?? '')).some((one) => one.accountId === accountId);
}

/** A booking that came back: its REQUEST is the later word, and goes out by itself. */
async function invitedAgain(tx: Tx, { accountId, bookingId, sequence }: Mail): Promise<boolean> {
  const later = await tx.mail.count({
    where: {
      accountId,
      bookingId,
      kind: 'invitation',
      state: { not: 'dropped' },
      sequence: { gte: sequence ?? 0 },
    },
  });
  return later > 0;
}

async function isOpen(deps: Deps, tx: Tx, { offerId }: Mail): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from waiting_offer
    where id = ${offerId}::uuid and state = 'open' and expires_at > ${deps.clock.now()} for share`;
  return rows.length > 0;
}
