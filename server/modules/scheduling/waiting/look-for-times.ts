import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { holdEvent } from '../booking/booking-event.ts';
import { judgeTime } from '../booking/judge-time.ts';
import { type Candidate, candidatesOf, type LeftHold, leftHolds, type Scope } from './candidates.ts';
import { findMatches } from './find-matches.ts';
import { makeOffer } from './make-offer.ts';
import { shortestNotice } from './offer-deadline.ts';
import { takeList } from './own-entry.ts';
import type { Match } from './rules.ts';
import { takeCalendars } from './take-calendars.ts';

/** No more offers in one go, so that a new roster does not hold up everything else; the next look goes on. */
const mostOffers = 20;
const mostEntries = 500;
/** The software's own transaction, in milliseconds: a specialty-wide look reads many calendars. */
const patience = 60_000;

/**
 * Offers free times to whom they fit, by urgency and then by waiting time, each with its hold and its deadline, all in
 * one transaction. Times that an ended offer still holds are given on, or become free. Looking twice offers nothing twice.
 * @returns how many offers were made
 */
export async function lookForTimes(deps: Deps, scope: Scope): Promise<number> {
  return deps.db.system(async (tx) => {
    // Most times that become free are waited for by nobody: seen without taking the list.
    if ((await candidatesOf(tx, scope, 1)).length === 0 && (await leftHolds(tx, scope)).length === 0)
      return 0;
    await takeList(tx, scope.specialtyCode);
    const left = await leftHolds(tx, scope);
    const candidates = await candidatesOf(tx, scope, mostEntries);
    const from = deps.clock.now().getTime() + shortestNotice;
    const matches = await findMatches(deps, tx, { scope, from, candidates, left, most: mostOffers });
    await takeCalendars(tx, matches, left);
    await giveFree(deps, tx, left);
    return offer(deps, tx, matches);
  }, patience);
}

async function giveFree(deps: Deps, tx: Tx, left: readonly LeftHold[]): Promise<void> {
  for (const hold of left) {
    const { count } = await tx.booking.deleteMany({ where: { id: hold.id, state: 'held' } });
    if (count > 0) await deps.record(tx, null, holdEvent('hold.released', hold));
  }
}

/** With the calendars taken, each time is judged once more: a booking may have come in between. */
async function offer(deps: Deps, tx: Tx, matches: readonly Match<Candidate>[]): Promise<number> {
  let made = 0;
  for (const { waiter, slot } of matches) {
    const startAt = new Date(slot.start).toISOString();
    const { poolId, practitionerId, departmentId } = slot;
    const named = poolId ? { poolId, startAt } : { practitionerId, startAt };
    const verdict = await judgeTime(deps, tx, null, named, { asker: waiter.asker, departmentId });
    if ('slot' in verdict && (await makeOffer(deps, tx, null, waiter.row, verdict.slot))) made += 1;
  }
  return made;
}
