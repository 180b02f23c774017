import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RoomParticipant } from '../../../server/modules/consultation/signalling-contract.ts';
import type { MessageData, MessageName, Signalling } from '../signalling.ts';
import type { TalkMessage } from '../talk-messages.ts';
import type { Bytes } from './base64.ts';
import { Encryption } from './encryption.ts';
import { FrameRoom } from './frame-room.ts';
import type { Safety } from './safety-code.ts';

/** One browser, without its worker: real keys, real boxes, real frames. */
type Browser = {
  who: RoomParticipant;
  encryption: Encryption;
  frames: () => FrameRoom;
  heard: { text: string; from: string }[];
  safety: () => Safety | undefined;
};

/** A server: passes on what it is given, as far as `loses` lets it. */
class Server {
  browsers: Browser[] = [];
  passed: { from: string; box: string }[] = [];
  loses: () => boolean = () => false;
  readonly consultationId: string;

  constructor(consultationId = crypto.randomUUID()) {
    this.consultationId = consultationId;
  }

  async seat(): Promise<Browser> {
    let frames = new FrameRoom({ missed: () => undefined, readable: () => undefined });
    let safety: Safety | undefined;
    const heard: Browser['heard'] = [];
    const encryption = await Encryption.create(
      this.consultationId,
      {
        begin: () => {
          frames = new FrameRoom({
            missed: (seatId) => encryption?.missed(seatId),
            readable: () => undefined,
          });
        },
        use: (...key) => void frames.use(...key),
        learn: (...key) => frames.learn(...key),
        forget: (seatId) => frames.forget(seatId),
      },
      {
        talk: (message, { seatId }) => heard.push({ text: (message as { text: string }).text, from: seatId }),
        safety: (now) => {
          safety = now;
        },
      },
    );
    const seatId = crypto.randomUUID();
    const { keyPackage } = encryption;
    const who = {
      seatId,
      keyPackage,
      participantId: crypto.randomUUID(),
      joinedAt: new Date().toISOString(),
    };
    encryption.begin(seatId, this.line(who));
    return { who, encryption, frames: () => frames, heard, safety: () => safety };
  }

  line({ seatId: from, participantId }: RoomParticipant): Signalling {
    const ask = async (_: MessageName, data: MessageData<'consultation:relay'>) => {
      this.passed.push({ from, box: data.box });
      if (this.loses()) return {};
      const to = this.browsers.filter(({ who }) => (data.to ?? who.seatId) === who.seatId);
      for (const { encryption } of to)
        encryption.hear({ consultationId: this.consultationId, from, participantId, box: data.box });
      return {};
    };
    return {
      ask,
      hear: () => () => undefined,
      onReconnect: () => () => undefined,
    } as Partial<Signalling> as Signalling;
  }

  /** These are in the room now, and everybody is told. */
  seated(...browsers: Browser[]): void {
    this.browsers = browsers;
    for (const { encryption } of browsers) encryption.meet(browsers.map(({ who }) => who));
  }
}

const frame = Uint8Array.from({ length: 40 }, (_, index) => index + 1);
const seal = async (from: Browser): Promise<Bytes> => {
  // Its first key takes a moment.
  return vi.waitFor(async () => {
    const sealed = await from.frames().seal('camera', frame);
    if (!sealed) throw new Error('no key');
    return sealed;
  });
};
const opens = async (to: Browser, from: Browser, sealed: Bytes): Promise<boolean> =>
  (await to.frames().open(from.who.seatId, 'camera', sealed)) !== null;
/** Whether each opens what each of the others seals now. */
const allRead = async (browsers: Browser[]): Promise<boolean> => {
  for (const from of browsers) {
    const sealed = await seal(from);
    for (const to of browsers)
      if (to !== from && !(await opens(to, from, sealed))) {
        to.encryption.missed(from.who.seatId);
        return false;
      }
  }
  return true;
};
const until = (test: () => boolean | Promise<boolean>) => vi.waitUntil(test, { timeout: 4_000, interval: 5 });
const chat = (text: string): TalkMessage => ({ kind: 'chat', id: 'id', text });

let server: Server;
const open: Browser[] = [];
const sit = async (where = server): Promise<Browser> => {
  const browser = await where.seat();
  open.push(browser);
  return browser;
};
beforeEach(() => {
  server = new Server();
});
afterEach(() => {
  for (const { encryption } of open.splice(0)) encryption.close();
});

describe('people in a room', () => {
  it('read each other, and read the same number', async () => {
    const all = [await sit(), await sit(), await sit()];
    server.seated(...all);
    await until(() => allRead(all));
    await until(() => all.every((one) => one.safety()?.state === 'ready'));
    expect(new Set(all.map((one) => one.safety()?.code)).size).toBe(1);
  });

  it('read each other in the end though every other message is lost', async () => {
    const all = [await sit(), await sit(), await sit()];
    let count = 0;
    server.loses = () => {
      count += 1;
      return count % 2 === 1;
    };
    server.seated(...all);
    await until(() => allRead(all));
  });

  it('read each other after a break of the line during which one came and one went', async () => {
    const [one, two, three] = [await sit(), await sit(), await sit()];
    server.seated(one, two);
    await until(() => allRead([one, two]));
    server.loses = () => true;
    server.seated(one, three);
    server.loses = () => false;
    for (const { encryption } of [one, three]) encryption.resumed();
    await until(() => allRead([one, three]));
  });

  it('are not read by one who has gone', async () => {
    const [one, two, three] = [await sit(), await sit(), await sit()];
    server.seated(one, two, three);
    await until(() => allRead([one, two, three]));
    const lasting = three.frames();
    server.seated(one, two);
    await until(async () => (await lasting.open(one.who.seatId, 'camera', await seal(one))) === null);
    await until(() => allRead([one, two]));
    expect(await opens(three, one, await seal(one))).toBe(false);
  });

  it('are not read by one who comes later, as far as it was said before', async () => {
    const [one, two] = [await sit(), await sit()];
    server.seated(one);
    const before = await seal(one);
    server.seated(one, two);
    await until(() => allRead([one, two]));
    expect(await opens(two, one, before)).toBe(false);
  });

  it('are not read in another room, whoever sits there', async () => {
    const elsewhere = new Server();
    const [one, two, stranger, other] = [
      await sit(),
      await sit(),
      await sit(elsewhere),
      await sit(elsewhere),
    ];
    server.seated(one, two);
    elsewhere.seated(stranger, other);
    await until(() => allRead([one, two]));
    await until(() => allRead([stranger, other]));
    expect(await opens(two, stranger, await seal(one))).toBe(false);
    expect(await opens(two, one, await seal(stranger))).toBe(false);
  });

  it('do not take a key from a box that was meant for another room', async () => {
    const elsewhere = new Server();
    const [one, two] = [await sit(), await sit()];
    server.seated(one, two);
    await until(() => allRead([one, two]));
    const { passed } = server;
    const [third, fourth] = [await sit(elsewhere), await sit(elsewhere)];
    elsewhere.loses = () => true;
    elsewhere.seated(third, fourth);
    for (const { box } of passed)
      fourth.encryption.hear({
        ...third.who,
        consultationId: elsewhere.consultationId,
        from: third.who.seatId,
        box,
      });
    fourth.encryption.hear({
      ...third.who,
      consultationId: elsewhere.consultationId,
      from: third.who.seatId,
      box: 'AAAA',
    });
    expect(await opens(fourth, third, await seal(third))).toBe(false);
    elsewhere.loses = () => false;
    await until(() => allRead([third, fourth]));
  });
});

describe('what is said', () => {
  it('comes in its order, to all or to one, and never in clear', async () => {
    const [one, two, three] = [await sit(), await sit(), await sit()];
    server.seated(one, two, three);
    await one.encryption.say(chat('Befund liegt vor'));
    await one.encryption.say(chat('nur für Sie'), two.who.seatId);
    await one.encryption.say(chat('Danke'));
    const from = one.who.seatId;
    await until(() => two.heard.length === 3 && three.heard.length === 2);
    expect(two.heard).toEqual(['Befund liegt vor', 'nur für Sie', 'Danke'].map((text) => ({ text, from })));
    expect(three.heard).toEqual(['Befund liegt vor', 'Danke'].map((text) => ({ text, from })));
    const boxes = server.passed.map(({ box }) => Buffer.from(box, 'base64').toString('latin1'));
    expect(boxes.some((box) => /Befund|Danke|chat|commit/.test(box))).toBe(false);
  });

  it('is heard once though the server repeats it', async () => {
    const [one, two] = [await sit(), await sit()];
    server.seated(one, two);
    await one.encryption.say(chat('einmal'));
    await one.encryption.say(chat('auch einmal'), two.who.seatId);
    await until(() => two.heard.length === 2);
    for (const { box } of server.passed)
      two.encryption.hear({ ...one.who, consultationId: server.consultationId, from: one.who.seatId, box });
    await one.encryption.say(chat('danach'));
    await until(() => two.heard.some(({ text }) => text === 'danach'));
    expect(two.heard.map(({ text }) => text)).toEqual(['einmal', 'auch einmal', 'danach']);
  });

  it('waits for its sender’s key, where that was lost', async () => {
    const [one, two] = [await sit(), await sit()];
    server.loses = () => true;
    server.seated(one, two);
    await until(() => server.passed.length >= 4);
    server.loses = () => false;
    for (const text of ['spät', 'später', 'zuletzt']) await one.encryption.say(chat(text));
    await until(() => two.heard.length === 3);
    expect(two.heard.map(({ text }) => text)).toEqual(['spät', 'später', 'zuletzt']);
  });

  it('before one came is neither heard nor in the way of what comes after', async () => {
    const [one, two, three] = [await sit(), await sit(), await sit()];
    server.seated(one, two);
    await one.encryption.say(chat('vorher'));
    await until(() => two.heard.length === 1);
    const before = server.passed.at(-1)?.box ?? '';
    server.seated(one, two, three);
    three.encryption.hear({
      ...one.who,
      consultationId: server.consultationId,
      from: one.who.seatId,
      box: before,
    });
    await one.encryption.say(chat('nachher'));
    await until(() => three.heard.length > 0);
    expect(three.heard.map(({ text }) => text)).toEqual(['nachher']);
  });

  it('by one whom the list does not name yet waits for the list', async () => {
    const [one, two] = [await sit(), await sit()];
    server.browsers = [one, two];
    one.encryption.meet([one.who, two.who]);
    await one.encryption.say(chat('früh'));
    expect(two.heard).toEqual([]);
    two.encryption.meet([one.who, two.who]);
    await until(() => two.heard.length === 1);
  });
});
