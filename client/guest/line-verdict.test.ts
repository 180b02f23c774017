import { describe, expect, it } from 'vitest';
import { adviceFor, type LineResult, verdictOf } from './line-verdict.ts';

const line = (given: Partial<LineResult> = {}): LineResult => ({
  ways: { udp: 'open', tcp: 'open', relay: 'open' },
  up: 1_500_000,
  down: 1_500_000,
  roundTripMs: 40,
  loss: 0,
  ...given,
});
const blocked = { udp: 'blocked', tcp: 'blocked', relay: 'blocked' } as const;
const nothing = { up: null, down: null, roundTripMs: null, loss: null };

describe('the verdict', () => {
  it.each<[Partial<LineResult>, string]>([
    [{}, 'good'],
    [{ ways: { udp: 'blocked', tcp: 'open', relay: 'absent' } }, 'usable'],
    [{ up: 300_000 }, 'usable'],
    [{ down: 100_000 }, 'soundOnly'],
    [{ roundTripMs: 400 }, 'usable'],
    [{ loss: 0.3 }, 'soundOnly'],
    [{ ...nothing, ways: blocked }, 'blocked'],
    [nothing, 'soundOnly'],
  ])('of %o is %s', (given, verdict) => {
    expect(verdictOf(line(given))).toBe(verdict);
  });
});

describe('what to do', () => {
  it('is nothing when all is well, with or without a relay', () => {
    expect(adviceFor(line(), { microphone: 'works', camera: 'works' })).toEqual([]);
    expect(adviceFor(line({ ways: { udp: 'open', tcp: 'open', relay: 'absent' } }), null)).toEqual([]);
  });

  it.each<[Partial<LineResult>, string[]]>([
    [{ ...nothing, ways: blocked }, ['allBlocked']],
    [{ ways: { ...blocked, relay: 'open' } }, ['onlyRelay']],
    [{ ways: { udp: 'blocked', tcp: 'open', relay: 'absent' } }, ['udpBlocked']],
    [{ ways: { udp: 'open', tcp: 'open', relay: 'blocked' } }, ['relayBroken']],
    [{ up: 200_000, down: 200_000, loss: 0.1 }, ['slowUp', 'lossy']],
    [{ down: 200_000, roundTripMs: 900 }, ['slowDown', 'far']],
  ])('about %o is %o', (given, advice) => {
    expect(adviceFor(line(given), null)).toEqual(advice);
  });

  it('names the devices', () => {
    expect(adviceFor(line(), { microphone: 'silent', camera: 'none' })).toEqual([
      'silentMicrophone',
      'noCamera',
    ]);
  });
});
