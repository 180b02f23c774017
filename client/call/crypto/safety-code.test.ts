import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Safety, SafetyCode, type SafetyMessage } from './safety-code.ts';
import type { Member } from './safety-round.ts';

type Letter = { from: string; to: string; message: SafetyMessage };

/** Some people and what they send each other; the test says what arrives. */
class Room {
  members = new Map<string, Member>();
  codes = new Map<string, SafetyCode>();
  shown = new Map<string, Safety>();
  letters: Letter[] = [];

  add(seatId: string, keyPackage = `key of ${seatId}`): Member {
    const self = { seatId, keyPackage };
    this.members.set(seatId, self);
    const code = new SafetyCode(self, {
      send: (to, message) => this.letters.push({ from: seatId, to, message }),
      changed: (safety) => this.shown.set(seatId, safety),
    });
    this.codes.set(seatId, code);
    return self;
  }

  look(seatId: string, others = [...this.members.keys()]): Promise<void> | undefined {
    const seen = others.filter((other) => other !== seatId).flatMap((other) => this.members.get(other) ?? []);
    return this.codes.get(seatId)?.meet(seen);
  }

  async arrive({ from, to, message }: Letter): Promise<void> {
    await this.codes.get(to)?.hear(message, from);
  }

  /** Everything that was sent arrives, and what that causes. */
  async settle(): Promise<void> {
    for (let letter = this.letters.shift(); letter; letter = this.letters.shift()) await this.arrive(letter);
  }

  all(): (Safety | undefined)[] {
    return [...this.members.keys()].map((seatId) => this.shown.get(seatId));
  }
}

const people = async (names: string[]): Promise<Room> => {
  const room = new Room();
  for (const name of names) room.add(name);
  for (const name of names) await room.look(name);
  return room;
};

describe('the safety code', () => {
  it('is nine digits, the same for all who are in the room', async () => {
    const room = await people(['a', 'b', 'c']);
    await room.settle();
    const [first] = room.all();
    expect(first).toMatchObject({ state: 'ready', code: expect.stringMatching(/^\d{3} \d{3} \d{3}$/) });
    expect(room.all()).toEqual([first, first, first]);
  });

  it('is none while one is alone', async () => {
    const room = await people(['a']);
    await room.settle();
    expect(room.all()).toEqual([undefined]);
  });

  it('changes when somebody comes, and again when they go', async () => {
    const room = await people(['a', 'b']);
    await room.settle();
    const codes = [room.shown.get('a')?.code];
    room.add('c');
    for (const name of ['a', 'b', 'c']) await room.look(name);
    await room.settle();
    codes.push(room.shown.get('a')?.code);
    room.members.delete('c');
    room.add('d');
    for (const name of ['a', 'b', 'd']) await room.look(name);
    await room.settle();
    codes.push(room.shown.get('a')?.code);
    expect(new Set(codes).size).toBe(3);
    expect(codes).not.toContain(undefined);
  });

  it('comes although messages are lost, late or repeated', async () => {
    const fates = fc.array(fc.constantFrom('arrives', 'is lost', 'arrives twice', 'comes later'), {
      minLength: 1,
      maxLength: 40,
      size: 'max',
    });
    await fc.assert(
      fc.asyncProperty(fates, async (story) => {
        const room = await people(['a', 'b', 'c']);
        for (const fate of story) {
          const letter = room.letters.shift();
          if (!letter || fate === 'is lost') continue;
          if (fate === 'comes later') room.letters.push(letter);
          else await room.arrive(letter);
          if (fate === 'arrives twice') await room.arrive(letter);
        }
        for (let round = 0; round < 3; round += 1) {
          for (const code of room.codes.values()) await code.tick();
          await room.settle();
        }
        const [first] = room.all();
        expect(first?.state).toBe('ready');
        expect(room.all()).toEqual([first, first, first]);
      }),
      { numRuns: 60 },
    );
  });

  it('differs where a server has put its own keys between two people', async () => {
    const left = await people([]);
    const right = await people([]);
    left.add('a');
    left.add('b', 'key of the server');
    right.add('a', 'another key of the server');
    right.add('b');
    for (const room of [left, right]) {
      for (const name of ['a', 'b']) await room.look(name);
      await room.settle();
    }
    expect(left.shown.get('a')?.state).toBe('ready');
    expect(left.shown.get('a')?.code).not.toBe(right.shown.get('b')?.code);
  });

  it('no number is told before all have committed', async () => {
    const room = await people(['a', 'b', 'c']);
    const fromC = room.letters.filter(({ from }) => from === 'c');
    room.letters = room.letters.filter(({ from }) => from !== 'c');
    await room.settle();
    for (const code of room.codes.values()) await code.tick();
    const early = room.letters.filter(({ from, message }) => from !== 'c' && message.kind === 'reveal');
    expect(early).toEqual([]);
    room.letters.push(...fromC);
    await room.settle();
    expect(room.shown.get('a')?.state).toBe('ready');
  });
});

describe('an alarm', () => {
  const told = async (change: (letter: Letter) => SafetyMessage | null): Promise<Room> => {
    const room = await people(['a', 'b']);
    for (let letter = room.letters.shift(); letter; letter = room.letters.shift()) {
      const message = letter.to === 'a' ? change(letter) : null;
      await room.arrive(letter);
      if (message) await room.arrive({ ...letter, message });
    }
    return room;
  };

  it('is given where a number is not the one committed to, and stays', async () => {
    const room = await told(({ message }) =>
      message.kind === 'reveal' ? { ...message, nonce: 'another number' } : null,
    );
    expect(room.shown.get('a')).toEqual({ code: null, state: 'alarm' });
    room.add('c');
    for (const name of ['a', 'b', 'c']) await room.look(name);
    await room.settle();
    expect(room.shown.get('a')?.state).toBe('alarm');
  });

  it('is given where somebody commits to something else afterwards', async () => {
    const room = await told(({ message }) =>
      message.kind === 'commit' ? { ...message, commit: 'something else' } : null,
    );
    expect(room.shown.get('a')?.state).toBe('alarm');
  });

  it('is given where the server tells another key of somebody who is there', async () => {
    const room = await people(['a', 'b']);
    await room.settle();
    room.members.set('b', { seatId: 'b', keyPackage: 'key of the server' });
    await room.look('a');
    expect(room.shown.get('a')?.state).toBe('alarm');
  });
});
