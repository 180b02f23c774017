import { beforeEach, describe, expect, it } from 'vitest';
import type { Bytes } from './base64.ts';
import { clearBytes } from './clear-bytes.ts';
import { FrameOpener } from './frame-opener.ts';
import { FrameSealer } from './frame-sealer.ts';
import { kidOf } from './kid.ts';
import { ratchet } from './sframe.ts';

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));
const kid = (generation: number, step = 0) => kidOf({ generation, step });
const frame = Uint8Array.from({ length: 60 }, (_, index) => index + 1);
const base = random(32);
let sealer: FrameSealer;
let opener: FrameOpener;

beforeEach(async () => {
  sealer = new FrameSealer();
  opener = new FrameOpener();
  await sealer.use(kid(0), base);
  opener.learn(kid(0), base);
});
const seal = async (data: Bytes = frame): Promise<Bytes> => {
  const sealed = await sealer.seal('camera', 3, data);
  if (!sealed) throw new Error('not sealed');
  return sealed;
};
const open = (data: Bytes) => opener.open('camera', 3, data);

describe('a frame', () => {
  it('opens as it was, with its first bytes readable and nothing else', async () => {
    const sealed = await seal();
    expect(sealed.subarray(0, 3)).toEqual(frame.subarray(0, 3));
    expect(Buffer.from(sealed).includes(Buffer.from(frame.subarray(3, 11)))).toBe(false);
    expect(await open(sealed)).toEqual({ data: frame });
  });

  it('is not sent in clear when there is no key', async () => {
    expect(await new FrameSealer().seal('camera', 3, frame)).toBeNull();
  });

  it('is sealed differently each time', async () => {
    expect(await seal()).not.toEqual(await seal());
  });

  it('is refused when it is played again', async () => {
    const sealed = await seal();
    await open(sealed);
    expect(await open(sealed)).toEqual({ refused: 'replayed' });
    const twice = await seal();
    expect(await Promise.all([open(twice), open(twice)])).toEqual(
      expect.arrayContaining([{ data: frame }, { refused: 'replayed' }]),
    );
  });

  it('is refused when anything of it is changed, also what is readable', async () => {
    const sealed = await seal();
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = sealed.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x10;
      expect(await open(changed)).toHaveProperty('refused');
    }
  });

  it('is refused when it is cut', async () => {
    const sealed = await seal();
    for (let length = 0; length < sealed.length; length += 1)
      expect(await open(sealed.slice(0, length))).toHaveProperty('refused');
  });

  it('of another stream of the same sender is refused, as is one with other clear bytes', async () => {
    const sealed = await seal();
    expect(await opener.open('screen', 3, sealed)).toEqual({ refused: 'false' });
    expect(await opener.open('camera', 4, sealed)).toHaveProperty('refused');
  });

  it('of another sender or another room is refused', async () => {
    const other = new FrameSealer();
    await other.use(kid(0), random(32));
    expect(await open((await other.seal('camera', 3, frame)) as Bytes)).toEqual({ refused: 'false' });
  });

  it('that was forged does not keep a genuine one from opening', async () => {
    const sealed = await seal();
    const forged = sealed.slice();
    forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1;
    expect(await open(forged)).toEqual({ refused: 'false' });
    expect(await open(sealed)).toEqual({ data: frame });
  });
});

describe('a key that changes', () => {
  it('by a step is followed without a message, and goes back no more', async () => {
    const late = await seal();
    const next = await ratchet(base);
    await sealer.use(kid(0, 1), next);
    expect(await open(await seal())).toEqual({ data: frame });
    expect(await open(late)).toEqual({ refused: 'past' });
  });

  it('by a step keeps what was made of the one before for frames that come late', async () => {
    await open(await seal());
    const late = await seal();
    await sealer.use(kid(0, 1), await ratchet(base));
    await open(await seal());
    expect(await open(late)).toEqual({ data: frame });
  });

  it('by a new generation has to be told', async () => {
    const fresh = random(32);
    await sealer.use(kid(1), fresh);
    const sealed = await seal();
    expect(await open(sealed)).toEqual({ refused: 'no_key' });
    opener.learn(kid(1), fresh);
    expect(await open(sealed)).toEqual({ data: frame });
  });

  it('never goes back to an older one', async () => {
    await sealer.use(kid(2), base);
    await sealer.use(kid(1), random(32));
    opener.learn(kid(2), base);
    expect(await open(await seal())).toEqual({ data: frame });
  });

  it('does not open what a newcomer was not meant to read', async () => {
    const before = await seal();
    const newcomer = new FrameOpener();
    newcomer.learn(kid(0, 1), await ratchet(base));
    expect(await newcomer.open('camera', 3, before)).toEqual({ refused: 'past' });
  });
});

describe('what stays readable', () => {
  it('is of VP8 ten bytes of a key frame and three of others, of Opus one', () => {
    expect(clearBytes('camera', Uint8Array.of(0x10, 0, 0))).toBe(10);
    expect(clearBytes('screen', Uint8Array.of(0x11, 0, 0))).toBe(3);
    expect(clearBytes('microphone', Uint8Array.of(0x78, 1, 2))).toBe(1);
  });
});
