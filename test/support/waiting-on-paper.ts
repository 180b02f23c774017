/** The waiting list as a person would keep it on paper, for a fixed handful of times and wishes. */
import type { Agent } from './app.ts';
import { departments, practitioners } from './world.ts';

export const minute = 60_000;
export const begin = Date.parse('2026-11-24T05:00:00Z');
const a = practitioners.specialist.id;
export const secondPerson = practitioners.secondSpecialist.id;
const b = secondPerson;

/** Everything that the rosters offer: written down, not computed. Tuesday 9:00 to 10:00, 15:00 to 15:40; Wednesday 9:00. */
export const times = [
  { startAt: '2026-11-24T08:00:00.000Z', who: a, day: 24, part: 'morning' },
  { startAt: '2026-11-24T08:20:00.000Z', who: a, day: 24, part: 'morning' },
  { startAt: '2026-11-24T08:40:00.000Z', who: a, day: 24, part: 'morning' },
  { startAt: '2026-11-24T14:00:00.000Z', who: b, day: 24, part: 'afternoon' },
  { startAt: '2026-11-24T14:20:00.000Z', who: b, day: 24, part: 'afternoon' },
  { startAt: '2026-11-25T08:00:00.000Z', who: b, day: 25, part: 'morning' },
] as const;
export type Time = (typeof times)[number];

/** Wishes with what they mean on paper. */
export const wishes = [
  { wish: {}, fits: () => true },
  { wish: { weekdays: [3] }, fits: ({ day }: Time) => day === 25 },
  { wish: { partsOfDay: ['afternoon', 'evening'] }, fits: ({ part }: Time) => part === 'afternoon' },
  { wish: { practitionerId: b }, fits: ({ who }: Time) => who === b },
  {
    wish: { departmentId: departments.cardiology.id, untilDay: '2026-11-24' },
    fits: ({ day }: Time) => day === 24,
  },
  { wish: { fromDay: '2026-11-26' }, fits: () => false },
] as const;

export type Entry = {
  id: string;
  agent: Agent;
  wish: number;
  urgent: boolean;
  since: number;
  state: 'waiting' | 'offered' | 'over';
  refused: Set<string>;
};
type Holder =
  | { kind: 'booked'; id: string; agent: Agent }
  | { kind: 'free' }
  | { kind: 'offered'; to: Entry; until: number };

export type Paper = {
  readonly entries: Entry[];
  readonly holders: Map<Time, Holder>;
  now: number;
  /** Every free time goes to whom it is due. */
  offerAll(): void;
  offeredTo(entry: Entry): Time | undefined;
  /** An offer ends otherwise than by being accepted. */
  giveBack(time: Time, refused: boolean): void;
  expire(): void;
};

/** What should be the case, by the rules as a person would apply them. */
export const createPaper = (): Paper => {
  const entries: Entry[] = [];
  const holders = new Map<Time, Holder>();
  const paper: Paper = { entries, holders, now: begin, offerAll, offeredTo, giveBack, expire };
  return paper;

  function offerAll(): void {
    for (const time of times) {
      if (holders.get(time)?.kind !== 'free') continue;
      const left = (Date.parse(time.startAt) - paper.now) / minute;
      if (left < 20) continue;
      const [next] = entries
        .filter(
          (one) => one.state === 'waiting' && wishes[one.wish]?.fits(time) && !one.refused.has(time.startAt),
        )
        .sort((one, two) => Number(two.urgent) - Number(one.urgent) || one.since - two.since);
      if (!next) continue;
      next.state = 'offered';
      const minutes = left >= 180 ? 120 : left >= 70 ? left - 60 : Math.min(10, left - 15);
      holders.set(time, { kind: 'offered', to: next, until: paper.now + minutes * minute });
    }
  }

  function offeredTo(entry: Entry): Time | undefined {
    return times.find((time) => {
      const holder = holders.get(time);
      return holder?.kind === 'offered' && holder.to === entry;
    });
  }

  function giveBack(time: Time, refused: boolean): void {
    const holder = holders.get(time);
    if (holder?.kind !== 'offered') return;
    if (refused) holder.to.refused.add(time.startAt);
    if (holder.to.state === 'offered') holder.to.state = 'waiting';
    holders.set(time, { kind: 'free' });
  }

  function expire(): void {
    for (const time of times) {
      const holder = holders.get(time);
      if (holder?.kind === 'offered' && holder.until <= paper.now) giveBack(time, true);
    }
  }
};
