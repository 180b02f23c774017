import type { Actor } from '../../../kernel/actor.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { forbidden, invalid } from '../../../kernel/errors.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import { dateOf } from '../../../kernel/zoned-time.ts';
import { mayBook } from '../policy.ts';
import type { previewSeries as endpoint } from '../series-contract.ts';
import { seriesStarts } from '../time/series.ts';
import { presentProposal } from './present-proposal.ts';
import { followedRequest, judgeInDatabase, seriesHorizon } from './series-ground.ts';

const iso = (at: number): string => new Date(at).toISOString();

/** What the times of a series would be, each free or with what is in the way; writes nothing. */
export async function previewSeries(
  deps: Deps,
  actor: Actor,
  input: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  if (!mayBook(actor)) throw forbidden();
  const now = deps.clock.now();
  const starts = seriesStarts(Date.parse(input.startAt), input.everyWeeks, input.count);
  return deps.db.as(actor, async (tx) => {
    await followedRequest(tx, actor, input.followUpOf);
    if ((starts.at(-1) ?? 0) >= seriesHorizon(now)) {
      throw invalid('too_far_ahead', { fields: { count: 'too_far_ahead' } });
    }
    const { judged, slotMinutes } = await judgeInDatabase(tx, actor, { ...input, starts }, now);
    const length = lengthOf(judged) ?? slotMinutes * 60_000;
    return {
      occurrences: judged.map((one, at) => ({
        index: at + 1,
        startAt: iso(one.start),
        endAt: iso(one.slot?.end ?? one.start + length),
        problem: one.problem,
        holiday: one.holiday,
        proposals: one.proposals.map(presentProposal),
      })),
      holidays: judged.flatMap((one) => (one.holiday ? [dateOf(one.start)] : [])),
    };
  });
}

/** How long the free ones last: where a time is not free, nothing says how long it would. */
function lengthOf(judged: Awaited<ReturnType<typeof judgeInDatabase>>['judged']): number | null {
  const free = judged.find(({ slot }) => slot !== null)?.slot;
  return free ? free.end - free.start : null;
}
