import type { Actor } from '../../../kernel/actor.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { conflict, forbidden, invalid } from '../../../kernel/errors.ts';
import type { Input } from '../../../kernel/wire.ts';
import { chooseSlot, offeringNearest } from '../booking/choose-slot.ts';
import { coordinates } from '../policy.ts';
import type { offerTime as endpoint, WaitingEntry } from '../waiting-contract.ts';
import { makeOffer } from './make-offer.ts';
import { stillOpen, takeList } from './own-entry.ts';
import { waitingEntries } from './present-waiting.ts';
import { visibleEntry } from './visible-entry.ts';

/**
 * The coordinator offers a free time of the own department to one entry, whoever stands before it, with a reason. The
 * transaction is the software's: before a time is found, the request is not the department's to see.
 */
export async function offerTime(
  deps: Deps,
  actor: Actor,
  input: Input<typeof endpoint>,
): Promise<WaitingEntry> {
  if (!coordinates(actor)) throw forbidden();
  const { specialtyCode } = await visibleEntry(deps, actor, input.id);
  const outOfTurn = { offeredById: actor.accountId, reason: input.reason };
  const work = () =>
    deps.db.system(async (tx) => {
      await takeList(tx, specialtyCode);
      const entry = await stillOpen(tx, input.id);
      if (entry.state !== 'waiting') throw conflict('waiting_state', { data: { state: entry.state } });
      const slot = await chooseSlot(deps, tx, actor, input, {
        asker: null,
        departmentId: actor.departmentId,
      });
      if (!(await makeOffer(deps, tx, actor, entry, slot, outOfTurn))) {
        throw invalid('slot_under_notice', { fields: { startAt: 'slot_under_notice' } });
      }
      const [offered] = await waitingEntries(tx, { id: entry.id }, deps.clock.now());
      if (!offered) throw new Error('an entry that was just offered a time is not there');
      return offered;
    });
  return offeringNearest(deps, actor, () => input, work);
}
