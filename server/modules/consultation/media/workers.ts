import { networkInterfaces } from 'node:os';
import { createWorker, type types } from 'mediasoup';
import { unavailable } from '../../../kernel/errors.ts';
import { mediaCodecs } from './codecs.ts';
import type { Place } from './connection.ts';
import type { Health } from './interface.ts';
import { limits } from './limits.ts';
import { listenInfos } from './listen-infos.ts';
import { restartDelay } from './restart-delay.ts';
import type { MediaSettings } from './settings.ts';

/** `cause` says in words why a worker is missing. */
type Told = { died: (pid: number) => void; failed: (cause: string) => void };
type Slot = {
  index: number;
  live: { worker: types.Worker; webRtcServer: types.WebRtcServer; startedAt: number } | undefined;
  rooms: number;
  failures: number;
  timer: NodeJS.Timeout | undefined;
};

/**
 * mediasoup's worker processes, one per core; each carries whole rooms and has a port of its own. A dead one is
 * replaced on the same port; its rooms close by themselves, with their routers.
 */
export class Workers {
  #settings: MediaSettings;
  #told: Told;
  #slots: Slot[];
  /** Joins that came while no worker lived. */
  #waiting = new Set<() => void>();
  #closed = false;

  /** Fails when not even the first worker starts; the message names the cause. */
  static async create(settings: MediaSettings, told: Told): Promise<Workers> {
    const workers = new Workers(settings, told);
    try {
      await Promise.all(workers.#slots.map((slot) => workers.#start(slot)));
    } catch (error) {
      workers.close();
      throw error;
    }
    return workers;
  }

  private constructor(settings: MediaSettings, told: Told) {
    this.#settings = settings;
    this.#told = told;
    const count = Array.from({ length: settings.workers });
    this.#slots = count.map((_, index) => ({
      index,
      live: undefined,
      rooms: 0,
      failures: 0,
      timer: undefined,
    }));
  }

  /** Opens a router on the worker that carries the fewest rooms; waits a moment where one is being replaced. */
  async place(): Promise<Place> {
    if (!this.#freest()) await this.#nextReady();
    const slot = this.#freest();
    if (!slot?.live) throw unavailable('media');
    const { worker, webRtcServer } = slot.live;
    slot.rooms += 1;
    try {
      const router = await worker.createRouter({ mediaCodecs });
      router.observer.on('close', () => this.#release(slot, worker));
      return { router, webRtcServer };
    } catch (error) {
      this.#release(slot, worker);
      throw error;
    }
  }

  async health(): Promise<Health['workers']> {
    return Promise.all(
      this.#slots.map(async ({ live, rooms }) => {
        const usage = await live?.worker.getResourceUsage().catch(() => undefined);
        return {
          pid: live?.worker.pid ?? null,
          rooms,
          cpuMs: usage ? usage.ru_utime + usage.ru_stime : null,
        };
      }),
    );
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const slot of this.#slots) {
      clearTimeout(slot.timer);
      slot.live?.worker.close();
      slot.live = undefined;
    }
  }

  async #start(slot: Slot): Promise<void> {
    const worker = await createWorker({ workerBin: this.#settings.workerBin, logLevel: 'warn' });
    try {
      const infos = listenInfos(this.#settings.network, slot.index, networkInterfaces());
      const webRtcServer = await worker.createWebRtcServer({ listenInfos: infos });
      if (this.#closed) throw new Error('closed while starting');
      slot.live = { worker, webRtcServer, startedAt: Date.now() };
      worker.on('died', () => this.#replace(slot, worker.pid));
      for (const wake of this.#waiting) wake();
    } catch (error) {
      worker.close();
      throw error;
    }
  }

  #freest(): Slot | undefined {
    return this.#slots.filter((slot) => slot.live).sort((a, b) => a.rooms - b.rooms)[0];
  }

  #nextReady(): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, limits.workerWaitMs);
      this.#waiting.add(wake);
    });
  }

  #replace(slot: Slot, pid: number): void {
    const steady = slot.live && Date.now() - slot.live.startedAt > 60_000;
    slot.failures = steady ? 0 : slot.failures;
    slot.live = undefined;
    slot.rooms = 0;
    this.#told.died(pid);
    this.#retry(slot);
  }

  #retry(slot: Slot): void {
    if (this.#closed) return;
    const delay = restartDelay(slot.failures);
    slot.failures += 1;
    slot.timer = setTimeout(() => {
      this.#start(slot).catch((error: unknown) => {
        this.#told.failed(error instanceof Error ? error.message : String(error));
        this.#retry(slot);
      });
    }, delay);
  }

  #release(slot: Slot, worker: types.Worker): void {
    if (slot.live?.worker === worker) slot.rooms -= 1;
  }
}
