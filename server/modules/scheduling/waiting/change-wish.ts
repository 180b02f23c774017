import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import type { Input } from '../../../kernel/wire.ts';
import { dateOf } from '../../../kernel/zoned-time.ts';
import { redirectRequest } from '../../requests/index.ts';
import type { changeWish as endpoint, WaitingEntry } from '../waiting-contract.ts';
import { endOffer } from './end-offer.ts';
import { type OpenEntry, ownEntry } from './own-entry.ts';
import { waitingEntries } from './present-waiting.ts';
import { fits } from './rules.ts';
import { waitingEvent } from './waiting-event.ts';
import { toWaiter } from './waiting-rows.ts';
import { readWish } from './wish.ts';

/** Changes what is waited for. The place stays; an open offer is given back when the new wish does not fit it. */
export function changeWish(deps: Deps, actor: Actor, input: Input<typeof endpoint>): Promise<WaitingEntry> {
  return deps.db.as(actor, async (tx) => {
    const before = await ownEntry(tx, actor, input.id);
    const today = dateOf(deps.clock.now().getTime());
    const { columns, addressee } = await readWish(tx, before.specialtyCode, input.wish, today);
    const entry = { ...before, ...columns };
    if (entry.offer && !(await stillFits(tx, entry))) {
      await endOffer(deps, tx, actor, before, entry.offer, 'revoked');
    }
    await tx.waitingEntry.update({ where: { id: before.id }, data: columns });
    const to = { providerOrganisationId: addressee.organisationId, providerDepartmentId: addressee.id };
    await redirectRequest(tx, before.requestId, to, columns.urgency);
    await deps.record(tx, actor, waitingEvent('changed', entry, before.request.patientId));
    const [changed] = await waitingEntries(tx, { id: before.id }, deps.clock.now());
    if (!changed) throw new Error('an entry that was just changed is not there');
    return changed;
  });
}

async function stillFits(tx: Tx, entry: OpenEntry): Promise<boolean> {
  const { offer } = entry;
  if (!offer) return false;
  const hold = await tx.booking.findFirst({ where: { id: offer.bookingId ?? '' }, select: { poolId: true } });
  return fits(toWaiter(entry), {
    start: offer.startAt.getTime(),
    departmentId: offer.departmentId,
    practitionerId: offer.practitionerId,
    poolId: hold?.poolId ?? null,
  });
}
