import type { Tx } from '../../../kernel/db.ts';
import type { Interval } from '../../../kernel/interval.ts';
import type { NothingFree } from '../contract.ts';
import { type Reason, type Reasoned, reasonedTimes } from '../time/reasons.ts';
import { whoOf } from '../time/slot-order.ts';
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

/** What is said of a pool's time whose people have different reasons: with whom it would come nearest to being free. */
const nearest: readonly Code[] = [
  'other_part_of_day',
  'too_short',
  'taken',
  'under_notice',
  'beyond_furthest_day',
  'absent',
  'holiday',
  'not_open_to_you',
];

/**
 * Why nothing is free in a range, for a finder that has found nothing there: each time of the rosters counted under
 * one reason, a pool's once however many people it has. Times that are only narrowed out (too short, another part of
 * the day) count as such when they are free otherwise. Past times are nobody's reason. Looks at all times of the
 * range, of very many only at the first days'.
 */
export async function explainNothing(
  tx: Tx,
  finder: FreeFinder,
  range: Interval,
  now: Date,
): Promise<NothingFree> {
  const times = await reasonsOf(tx, finder, range, now);
  const reasons = [...Map.groupBy(times.values(), (code) => code)]
    .map(([code, all]) => ({ code, times: all.length }))
    .sort((a, b) => b.times - a.times || (a.code < b.code ? -1 : 1));
  return {
    reasons: reasons.length > 0 ? reasons : [{ code: 'no_roster', times: 0 }],
    waiting: await waitingFor(
      tx,
      finder.departments.map(({ id }) => id),
    ),
  };
}

/** The reason of each time of a person or a pool. */
async function reasonsOf(tx: Tx, finder: FreeFinder, range: Interval, now: Date): Promise<Map<string, Code>> {
  const found = new Map<string, Code>();
  const note = ({ slot }: Reasoned, code: Code) => {
    const key = `${whoOf(slot)} ${slot.start} ${slot.end}`;
    const known = found.get(key);
    if (!known || nearest.indexOf(code) < nearest.indexOf(known)) found.set(key, code);
  };
  const noteUnlessTaken = async (asked: readonly Reasoned[]) => {
    const isTaken = await takenAmong(
      tx,
      asked.map(({ slot }) => slot),
      now,
    );
    for (const one of asked) {
      if (isTaken(one.slot)) note(one, 'taken');
      else if (one.reason !== null && one.reason !== 'time_past') note(one, codes[one.reason]);
    }
  };
  let asked: Reasoned[] = [];
  let seen = 0;
  for (const one of reasonedTimes(finder.offers, { ...finder.query, range })) {
    const { reason } = one;
    if (reason === 'time_past') continue;
    seen += 1;
    if (seen > most) break;
    if (reason === null || reason === 'too_short' || reason === 'other_part_of_day') asked.push(one);
    else note(one, codes[reason]);
    if (asked.length >= perRound) {
      await noteUnlessTaken(asked);
      asked = [];
    }
  }
  await noteUnlessTaken(asked);
  return found;
}

/** Requests that wait for a freed time which one of the departments could give. */
export async function waitingFor(tx: Tx, departmentIds: readonly string[]): Promise<number> {
  const [row] = await tx.$queryRaw<
    { waiting: number }[]
  >`select waiting_count(${[...departmentIds]}::uuid[]) as waiting`;
  return row?.waiting ?? 0;
}
