import { setTimeout as pause } from 'node:timers/promises';
import { unavailable } from '../../../kernel/errors.ts';
import type { Log } from '../../../kernel/log.ts';
import { attach } from './attach.ts';
import type { ControlLink } from './control-link.ts';
import type { CallInput, CallName, CallOutput, Health, MediaEvent } from './interface.ts';
import { restartDelay } from './restart-delay.ts';
import type { MediaSettings } from './settings.ts';

export type MediaHealth = ({ state: 'up' } & Health) | { state: 'down'; cause: string };

/** The web server's hold on the media process. */
export type Media = {
  /** @throws AppError, `media_unavailable` while there is no media process */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  /** Hears what happens in rooms; also what happened while no web server was connected. Returns how to stop. */
  listen(hear: (event: MediaEvent) => void): () => void;
  /** Told when the connection comes (then the rooms may be other ones) and goes. Returns how to stop. */
  watch(tell: (state: 'up' | 'down') => void): () => void;
  health(): Promise<MediaHealth>;
  /** Lets go; the media process lives on as long as people are connected. */
  close(): Promise<void>;
};

type Options = { settings: MediaSettings | null; log: Log };

/** Never throws: where the worker is missing or does not start, calls fail and `health` names the cause. */
export function createMedia({ settings, log }: Options): Media {
  return settings ? new MediaClient(settings, log) : withoutWorker;
}

const withoutWorker: Media = {
  call: async () => {
    throw unavailable('media');
  },
  listen: () => () => undefined,
  watch: () => () => undefined,
  health: async () => ({
    state: 'down',
    cause: 'The media worker is missing. Set MEDIASOUP_WORKER_BIN, or run "npm start", which builds it.',
  }),
  close: async () => undefined,
};

class MediaClient implements Media {
  #settings: MediaSettings;
  #log: Log;
  #link: ControlLink | undefined;
  /** Under way while a connection is being made; calls wait for it. */
  #attempt: Promise<void> | undefined;
  #cause = 'The media process is starting.';
  #hearers = new Set<(event: MediaEvent) => void>();
  #watchers = new Set<(state: 'up' | 'down') => void>();
  #closing = new AbortController();
  #running: Promise<void>;

  constructor(settings: MediaSettings, log: Log) {
    this.#settings = settings;
    this.#log = log;
    this.#running = this.#run();
  }

  async call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
    await this.#attempt;
    if (!this.#link) throw unavailable('media');
    return this.#link.call(name, input);
  }

  listen(hear: (event: MediaEvent) => void): () => void {
    this.#hearers.add(hear);
    return () => void this.#hearers.delete(hear);
  }

  watch(tell: (state: 'up' | 'down') => void): () => void {
    this.#watchers.add(tell);
    return () => void this.#watchers.delete(tell);
  }

  async health(): Promise<MediaHealth> {
    try {
      return { state: 'up', ...(await this.call('health', {})) };
    } catch {
      return { state: 'down', cause: this.#cause };
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#link?.close();
    await this.#running;
  }

  async #run(): Promise<void> {
    let failures = 0;
    while (!this.#closing.signal.aborted) {
      this.#attempt = this.#connect();
      await this.#attempt;
      this.#attempt = undefined;
      if (this.#link) {
        failures = 0;
        await this.#hold(this.#link);
      } else {
        failures += 1;
        await pause(restartDelay(failures), undefined, { signal: this.#closing.signal }).catch(
          () => undefined,
        );
      }
    }
  }

  async #connect(): Promise<void> {
    try {
      this.#link = await attach(this.#settings, (event) => this.#hear(event), this.#log);
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      if (cause !== this.#cause) this.#log.error({ cause }, 'media is not available');
      this.#cause = cause;
    }
  }

  async #hold(link: ControlLink): Promise<void> {
    if (this.#closing.signal.aborted) link.close();
    for (const tell of this.#watchers) tell('up');
    await link.closed;
    this.#link = undefined;
    // Letting go is no loss: the people in the rooms talk on.
    if (this.#closing.signal.aborted) return;
    this.#cause = 'The media process has ended and is being started again.';
    this.#log.warn('the media process is gone');
    for (const tell of this.#watchers) tell('down');
  }

  #hear(event: MediaEvent): void {
    if (event.type === 'log') {
      this.#log[event.level]({ process: 'media', ...event.fields }, event.message);
      return;
    }
    for (const hear of this.#hearers) hear(event);
  }
}
