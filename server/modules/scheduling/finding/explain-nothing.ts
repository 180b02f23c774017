import type { Tx } from '../../../kernel/db.ts';
import type { Interval } from '../../../kernel/interval.ts';
import type { NothingFree } from '../contract.ts';
import { type Reason, type Reasoned, reasonedTimes } from '../time/reasons.ts';
import { takenAmong } from './busy-times.ts';
import type { FreeFinder } from './free-finder.ts';

type Code = NothingFree['reasons'][number]['code'];
const codes: Record<Exclude<Reason, 'time_past'>, Code> = {
  not_open_to_you: 'not_open_to_you',
  holiday: 'holiday',
  notice_too_short: 'under_notice',
  too_far_ahead: 'beyond_furthest_day',
  practitioner_absent: 'absent',
  too_short: 'too_short',
  other_part_of_day: 'other_part_of_day',
  slot_taken: 'taken',
};

const perRound = 8_192;
/** So many times are looked at, those of the first days: enough to tell what is mostly in the way. */
const most = 20_000;

/**
 * Why nothing is free in a range, for a finder that has found nothing there: each time of the rosters counted under
 * one reason. Times that are only narrowed out (too short, another part of the day) count as such when they are free
 * otherwise. Past times are nobody's reason. Looks at all times of the range, of very many only at the first days'.
 */
export async function explainNothing(
  tx: Tx,
  finder: FreeFinder,
  range: Interval,
  now: Date,
): Promise<NothingFree> {
  const counts = new Map<Code, number>();
  const count = (code: Code) => counts.set(code, (counts.get(code) ?? 0) + 1);
  let asked: Reasoned[] = [];
  const ask = async () => {
    const isTaken = await takenAmong(
      tx,
      asked.map(({ slot }) => slot),
      now,
    );
    for (const { slot, reason } of asked) {
      if (isTaken(slot)) count('taken');
      else if (reason !== null && reason !== 'time_past') count(codes[reason]);
    }
    asked = [];
  };
  let seen = 0;
  for (const one of reasonedTimes(finder.offers, { ...finder.query, range })) {
    const { reason } = one;
    if (reason !== 'time_past') seen += 1;
    if (seen > most) break;
    if (reason === null || reason === 'too_short' || reason === 'other_part_of_day') asked.push(one);
    else if (reason !== 'time_past') count(codes[reason]);
    if (asked.length >= perRound) await ask();
  }
  await ask();
  const reasons = [...counts]
    .map(([code, times]) => ({ code, times }))
    .sort((a, b) => b.times - a.times || (a.code < b.code ? -1 : 1));
  return {
    reasons: reasons.length > 0 ? reasons : [{ code: 'no_roster', times: 0 }],
    waiting: await waitingFor(
      tx,
      finder.departments.map(({ id }) => id),
    ),
  };
}

/** Requests that wait for a freed time which one of the departments could give. */
export async function waitingFor(tx: Tx, departmentIds: readonly string[]): Promise<number> {
  const [row] = await tx.$queryRaw<
    { waiting: number }[]
  >`select waiting_count(${[...departmentIds]}::uuid[]) as waiting`;
  return row?.waiting ?? 0;
}
