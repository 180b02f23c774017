import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, findKey, type KeyChain, learnKey } from './key-chain.ts';
import { firstKey, type KeyEvent, type KeyState, planKeys } from './key-plan.ts';
import { kidOf, lastStep } from './kid.ts';

/** A base key without cryptography: a random root, ratcheted so many times. Who has it has all later ones. */
type Base = { root: string; steps: number };
const follows = (later: Base, earlier: Base) => later.root === earlier.root && later.steps >= earlier.steps;

type Seat = {
  name: string;
  state: KeyState;
  own: Base;
  chains: Map<string, KeyChain<Base>>;
  /** All that was ever sealed for this seat, also what the line lost: a server may have kept it for later. */
  knows: Base[];
};
type Box = { from: string; to: string; kid: bigint; base: Base; ask: boolean };
type Frame = { from: string; kid: bigint; base: Base; unmeant: Seat[] };

/** A room in which everything goes wrong that can: lists come late, boxes come late, twice or never. */
class Story {
  seats = new Map<string, Seat>();
  inside: string[] = [];
  boxes: Box[] = [];
  frames: Frame[] = [];
  roots = 0;

  join(): void {
    const name = `s${this.seats.size}`;
    const own = this.root();
    this.seats.set(name, { name, state: firstKey, own, chains: new Map(), knows: [] });
    this.inside.push(name);
  }

  root(): Base {
    this.roots += 1;
    return { root: `k${this.roots}`, steps: 0 };
  }

  leave(name: string): void {
    this.inside = this.inside.filter((other) => other !== name);
  }

  seat(name: string): Seat {
    return this.seats.get(name) as Seat;
  }

  happen(name: string, event: KeyEvent): void {
    const seat = this.seat(name);
    const [state, steps] = planKeys(seat.state, event);
    seat.state = state;
    for (const step of steps) {
      if (step.do === 'renew') seat.own = this.root();
      if (step.do === 'ratchet') seat.own = { ...seat.own, steps: seat.own.steps + 1 };
      if (step.do === 'forget') seat.chains.delete(step.seat);
      if (step.do !== 'give') continue;
      this.seat(step.to).knows.push(seat.own);
      this.boxes.push({ from: name, to: step.to, kid: kidOf(state), base: seat.own, ask: step.ask });
    }
  }

  look(name: string): void {
    this.happen(name, { type: 'members', seats: this.inside.filter((other) => other !== name) });
  }

  arrive(box: Box): void {
    const seat = this.seat(box.to);
    if (!this.inside.includes(box.to) || !seat.state.members.includes(box.from)) return;
    seat.chains.set(box.from, learnKey(seat.chains.get(box.from) ?? [], box.kid, box.base));
    this.happen(box.to, { type: 'told', from: box.from });
    if (box.ask) this.happen(box.to, { type: 'asked', from: box.from });
  }

  send(name: string): Frame {
    const { state, own } = this.seat(name);
    const unmeant = [...this.seats.values()].filter(
      (seat) => seat.name !== name && !state.members.includes(seat.name),
    );
    const frame = { from: name, kid: kidOf(state), base: own, unmeant };
    this.frames.push(frame);
    return frame;
  }

  /** Whether it opens; else the key is asked for. */
  open(name: string, { from, kid, base }: Frame): boolean {
    const seat = this.seat(name);
    const chain = seat.chains.get(from) ?? [];
    const found = findKey(chain, kid);
    if (!found) {
      this.happen(name, { type: 'missed', from });
      return false;
    }
    expect({ ...found.base, steps: found.base.steps + found.ratchets }).toEqual(base);
    seat.chains.set(from, advance(chain, kid, base));
    return true;
  }
}

type Move = {
  kind: 'join' | 'leave' | 'look' | 'arrive' | 'lose' | 'twice' | 'send' | 'tick';
  which: number;
};
const moves = fc.array(
  fc.record<Move>({
    kind: fc.constantFrom(
      'join',
      'leave',
      'look',
      'look',
      'arrive',
      'arrive',
      'lose',
      'twice',
      'send',
      'tick',
    ),
    which: fc.nat(),
  }),
  { maxLength: 120, size: 'max' },
);

function tell(story: Story, { kind, which }: Move): void {
  const name = story.inside[which % Math.max(1, story.inside.length)];
  const index = which % Math.max(1, story.boxes.length);
  const box = story.boxes[index];
  if (kind === 'join' && story.inside.length < 6) story.join();
  if (kind === 'leave' && name) story.leave(name);
  if (kind === 'look' && name) story.look(name);
  if (kind === 'tick' && name) story.happen(name, { type: 'tick' });
  if (kind === 'send' && name) {
    const frame = story.send(name);
    for (const other of story.inside)
      if (story.seat(other).state.members.includes(name)) story.open(other, frame);
  }
  if (box && (kind === 'arrive' || kind === 'lose')) story.boxes.splice(index, 1);
  if (box && (kind === 'arrive' || kind === 'twice')) story.arrive(box);
}

describe('sender keys, in any story of joins, leaves and lost, late and repeated boxes', () => {
  it('are never those of somebody who has left or not yet come, as far as their sender knows', () => {
    fc.assert(
      fc.property(moves, (story_) => {
        const story = new Story();
        for (const move of story_) tell(story, move);
        for (const { base, unmeant } of story.frames)
          for (const seat of unmeant) expect(seat.knows.some((known) => follows(base, known))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('are in the end those of everybody who is in the room', () => {
    fc.assert(
      fc.property(moves, (story_) => {
        const story = new Story();
        for (const move of story_) tell(story, move);
        for (const name of story.inside) story.look(name);
        // What was lost heals by itself: a frame that does not open asks for its key.
        for (let round = 0; round < 2; round += 1) {
          for (const box of story.boxes.splice(0)) story.arrive(box);
          for (const from of story.inside)
            for (const to of story.inside) if (to !== from) story.open(to, story.send(from));
          while (story.boxes.length > 0) for (const box of story.boxes.splice(0)) story.arrive(box);
        }
        for (const from of story.inside)
          for (const to of story.inside) if (to !== from) expect(story.open(to, story.send(from))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a key', () => {
  it('that was never told is asked for now and then, until it comes', () => {
    const [met] = planKeys(firstKey, { type: 'members', seats: ['a', 'b'] });
    const [told] = planKeys(met, { type: 'told', from: 'a' });
    expect(planKeys(told, { type: 'tick' })[1]).toEqual([{ do: 'give', to: 'b', ask: true }]);
  });

  it('is given to nobody who is not in the room', () => {
    expect(planKeys(firstKey, { type: 'asked', from: 'x' })[1]).toEqual([]);
  });

  it('begins a new generation rather than a step that was told before', () => {
    const steps = Array.from({ length: lastStep + 1 }, (_, count) => `s${count}`);
    const state = steps.reduce(
      (now, _, count) => planKeys(now, { type: 'members', seats: steps.slice(0, count + 1) })[0],
      firstKey,
    );
    expect(state).toMatchObject({ generation: 1, step: 0 });
  });

  it('told again, older or other than before, changes nothing', () => {
    const kid = kidOf({ generation: 3, step: 2 });
    const chain = learnKey<string>([], kid, 'base');
    expect(learnKey(chain, kid, 'other')).toBe(chain);
    expect(learnKey(chain, kidOf({ generation: 2, step: 9 }), 'old')).toBe(chain);
    expect(findKey(chain, kidOf({ generation: 3, step: 1 }))).toBeNull();
    expect(findKey(chain, kidOf({ generation: 3, step: 6 }))).toEqual({ base: 'base', ratchets: 4 });
  });
});
