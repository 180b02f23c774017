import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dictate, type Heard, joined } from './dictate.ts';
import {
  type Availability,
  install,
  localRecogniser,
  offerOf,
  type Recogniser,
  type RecogniserClass,
  type RecogniserResults,
} from './recogniser.ts';

/** A recogniser that does what it is told; `made` are those that were begun. */
function recogniser(given: { state?: Availability; installs?: boolean; starts?: boolean; throws?: boolean }) {
  const asked: unknown[] = [];
  const made: Recogniser[] = [];
  let state = given.state ?? 'available';
  class Told implements Recogniser {
    lang = '';
    continuous = false;
    interimResults = true;
    declare processLocally: boolean;
    onresult: Recogniser['onresult'] = null;
    onerror: Recogniser['onerror'] = null;
    onend: Recogniser['onend'] = null;
    constructor() {
      made.push(this);
    }
    start() {
      if (given.starts === false) throw new Error('busy');
    }
    stop() {
      this.onend?.();
    }
    abort() {
      this.onend?.();
    }
    static async available(options: unknown) {
      asked.push(options);
      if (given.throws) throw new Error('policy');
      return state;
    }
    static async install(options: unknown) {
      asked.push(options);
      if (given.installs) state = 'available';
      return given.installs ?? false;
    }
  }
  Object.defineProperty(Told.prototype, 'processLocally', { value: false, writable: true });
  const Found: RecogniserClass = Told;
  return { Found, asked, made };
}

describe('where dictation is offered', () => {
  it('is never by a recogniser that cannot promise to stay on the device', () => {
    expect(localRecogniser({})).toBeNull();
    // As browsers have had it for years: with a cloud service behind it.
    class OfTheCloud {}
    expect(localRecogniser({ webkitSpeechRecognition: OfTheCloud })).toBeNull();
    const WithoutPromise = Object.assign(class {}, { available: () => null, install: () => null });
    expect(localRecogniser({ SpeechRecognition: WithoutPromise })).toBeNull();
    const { Found } = recogniser({});
    expect(localRecogniser({ SpeechRecognition: Found })).toBe(Found);
    expect(localRecogniser({ webkitSpeechRecognition: Found })).toBe(Found);
  });

  it.each<[Availability, string]>([
    ['unavailable', 'none'],
    ['downloadable', 'install'],
    ['downloading', 'loading'],
    ['available', 'speak'],
  ])('%s: %s', async (state, offer) => {
    const { Found, asked } = recogniser({ state });
    expect(await offerOf(Found, 'de-DE')).toBe(offer);
    expect(asked).toEqual([{ langs: ['de-DE'], processLocally: true }]);
  });

  it('is not where there is none, or where the house has forbidden it', async () => {
    expect(await offerOf(null, 'de-DE')).toBe('none');
    expect(await offerOf(recogniser({ throws: true }).Found, 'de-DE')).toBe('none');
  });

  it('comes with the loaded language, and goes when it cannot be loaded', async () => {
    const { Found, asked } = recogniser({ state: 'downloadable', installs: true });
    expect(await install(Found, 'de-DE')).toBe('speak');
    expect(asked[0]).toEqual({ langs: ['de-DE'], processLocally: true });
    expect(await install(recogniser({ state: 'downloadable' }).Found, 'de-DE')).toBe('none');
  });
});

describe('dictating', () => {
  const listen = (given: Parameters<typeof recogniser>[0] = {}) => {
    const { Found, made } = recogniser(given);
    const heard: string[] = [];
    const told: Heard = {
      said: (words) => heard.push(words),
      ended: (because) => heard.push(`ended ${because}`),
    };
    const stop = dictate(Found, 'de-DE', told);
    const [one] = made;
    if (!one) throw new Error('nothing listens');
    return { one, heard, stop };
  };
  const results = (resultIndex: number, ...pieces: [string, boolean][]): RecogniserResults => ({
    resultIndex,
    results: pieces.map(([transcript, isFinal]) => Object.assign([{ transcript }], { isFinal })),
  });

  it('stays on the device and hands on what is finished, each piece once', () => {
    const { one, heard, stop } = listen();
    expect(one).toMatchObject({ lang: 'de-DE', processLocally: true, continuous: true });
    one.onresult?.(results(0, ['Atmet schnell', true], ['und', false]));
    one.onresult?.(results(1, ['Atmet schnell', true], ['und ist blass', true]));
    stop();
    stop();
    expect(heard).toEqual(['Atmet schnell', 'und ist blass', 'ended null']);
  });

  it.each([
    ['no-speech', 'ended null'],
    ['aborted', 'ended null'],
    ['not-allowed', 'ended microphone_denied'],
    ['audio-capture', 'ended microphone_denied'],
    ['service-not-allowed', 'ended dictation_failed'],
    ['language-not-supported', 'ended dictation_failed'],
  ])('after %s it says: %s', (error, said) => {
    const { one, heard } = listen();
    one.onerror?.({ error });
    one.onend?.();
    expect(heard).toEqual([said]);
  });

  it('says so when it cannot begin', () => {
    expect(listen({ starts: false }).heard).toEqual(['ended dictation_failed']);
  });

  it('adds what was said to what stands there, and never more than fits', () => {
    expect(joined('', ' Atmet  schnell ', 100)).toBe('Atmet schnell');
    expect(joined('Fieber. ', 'Atmet schnell', 100)).toBe('Fieber. Atmet schnell');
    expect(joined('Fieber', '   ', 100)).toBe('Fieber');
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string(), (text, said) => {
        const after = joined(text, said, 40);
        expect(after.length).toBeLessThanOrEqual(40);
        expect(after.startsWith(text.trimEnd())).toBe(true);
      }),
    );
  });
});
