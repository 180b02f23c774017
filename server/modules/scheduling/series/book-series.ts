import type { Actor } from '../../../kernel/actor.ts';
import { type Tx, violatedConstraint } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { type AppError, conflict, forbidden, invalid } from '../../../kernel/errors.ts';
import type { Call } from '../../../kernel/http.ts';
import { once } from '../../../kernel/idempotency.ts';
import { serialise } from '../../../kernel/lock.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import { freeExpiredHolds } from '../booking/free-holds.ts';
import { mayBook } from '../policy.ts';
import type { bookSeries as endpoint } from '../series-contract.ts';
import type { FreeSlot } from '../time/roster.ts';
import type { Judged } from './judge-series.ts';
import { presentProposal } from './present-proposal.ts';
import { followedRequest, judgeInDatabase, seriesHorizon } from './series-ground.ts';
import { writeSeries } from './write-series.ts';

type Series = Input<typeof endpoint>;

/**
 * Books the times of a series, all or none: for each a request and a booking, in one transaction.
 * @throws see the endpoint; what is wrong with a time stands at `times.N.startAt`, counted from 0
 */
export async function bookSeries(
  deps: Deps,
  actor: Actor,
  input: Series,
  call: Call,
): Promise<Reply<typeof endpoint>> {
  if (!mayBook(actor)) throw forbidden();
  checkOrder(input, seriesHorizon(deps.clock.now()));
  try {
    return await deps.db.as(actor, (tx) =>
      once(tx, actor, call, input, async () => {
        const followed = await followedRequest(tx, actor, input.followUpOf);
        const slots = await freeSlotsOf(deps, tx, actor, input);
        return writeSeries(deps, tx, actor, { ...input, followed, slots });
      }),
    );
  } catch (error) {
    if (violatedConstraint(error) !== 'booking_no_overlap') throw error;
    // Somebody else was quicker by a moment: the same question now has the answer which time it was.
    await deps.db.as(actor, (tx) => freeSlotsOf(deps, tx, actor, input));
    throw error;
  }
}

/** The slots of all times, taken for this transaction. @throws with every time that is not free in `fields` */
async function freeSlotsOf(deps: Deps, tx: Tx, actor: Actor, input: Series): Promise<FreeSlot[]> {
  await serialise(tx, `booking:${input.practitionerId}`);
  await freeExpiredHolds(deps, tx, actor, [input.practitionerId]);
  const starts = startsOf(input);
  const { judged } = await judgeInDatabase(tx, actor, { ...input, starts }, deps.clock.now());
  const slots = judged.flatMap(({ slot }) => slot ?? []);
  if (slots.length < judged.length) throw inTheWay(judged);
  return slots;
}

function inTheWay(judged: readonly Judged[]): AppError {
  const wrong = judged.flatMap((one, at) => (one.problem ? [{ ...one, problem: one.problem, at }] : []));
  const fields = Object.fromEntries(wrong.map(({ at, problem }) => [`times.${at}.startAt`, problem]));
  const code = wrong[0]?.problem ?? 'slot_taken';
  if (code !== 'slot_taken') return invalid(code, { fields });
  return conflict(code, { fields, data: { nearest: wrong[0]?.proposals.map(presentProposal) ?? [] } });
}

const startsOf = ({ times }: Series): number[] => times.map(({ startAt }) => Date.parse(startAt));

function checkOrder(input: Series, horizon: number): void {
  const starts = startsOf(input);
  const at = starts.findIndex((start, index) => index > 0 && start <= (starts[index - 1] ?? 0));
  if (at >= 0) throw invalid('series_order', { fields: { [`times.${at}.startAt`]: 'series_order' } });
  const far = starts.findIndex((start) => start >= horizon);
  if (far >= 0) throw invalid('too_far_ahead', { fields: { [`times.${far}.startAt`]: 'too_far_ahead' } });
}
