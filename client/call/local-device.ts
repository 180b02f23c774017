import type { Source } from '../../server/modules/consultation/media-contract.ts';
import type { OwnMedia } from './call-state.ts';
import { canCapture, capture } from './capture.ts';
import { chosenDevice, rememberDevice } from './device-choice.ts';
import { mediaProblem } from './media-problem.ts';
import { Store } from './store.ts';

/**
 * One own microphone, camera or screen. A microphone that is switched off stays open but silent, to be back at
 * once; a camera is closed, so that its light goes out. Requests are done one after the other; the last wish counts.
 */
export class LocalDevice {
  readonly source: Source;
  readonly store = new Store<OwnMedia>({ wanted: false, starting: false, track: null, problem: null });
  #queue: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(source: Source) {
    this.source = source;
    if (canCapture()) navigator.mediaDevices.addEventListener('devicechange', this.#devicesChanged);
  }

  /** Switches on or off; resolves when it is done or has failed, which the state says. */
  switch(on: boolean): Promise<void> {
    this.store.patch({ wanted: on });
    return this.#enqueue(() => this.#settle());
  }

  /** Changes the device, also while it runs; a device that does not open leaves the former one. */
  choose(deviceId: string): Promise<void> {
    if (this.source !== 'screen') rememberDevice(this.source, deviceId);
    return this.#enqueue(async () => {
      const { track } = this.store.snapshot();
      if (!track || track.getSettings().deviceId === deviceId) return this.#settle();
      await this.#open(deviceId);
    });
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    if (canCapture()) navigator.mediaDevices.removeEventListener('devicechange', this.#devicesChanged);
    this.#drop();
  }

  /** Something was plugged in: what was wanted and missing may be there now. */
  readonly #devicesChanged = (): void => {
    const { wanted, problem } = this.store.snapshot();
    if (wanted && (problem === 'missing' || problem === 'ended')) void this.#enqueue(() => this.#settle());
  };

  async #settle(): Promise<void> {
    const { wanted, track } = this.store.snapshot();
    if (!wanted && this.source !== 'microphone') return this.#drop();
    if (track) {
      track.enabled = wanted;
      this.store.patch({ problem: null });
    } else if (wanted) await this.#open(this.source === 'screen' ? null : chosenDevice(this.source));
  }

  async #open(deviceId: string | null): Promise<void> {
    if (!canCapture()) return this.store.patch({ problem: 'insecure' });
    const former = this.store.snapshot().track;
    // Phones open one camera at a time.
    if (this.source !== 'microphone') former?.stop();
    this.store.patch({ starting: true, problem: null });
    try {
      this.#adopt(await capture(this.source, deviceId));
      if (this.source === 'microphone') former?.stop();
    } catch (error) {
      this.store.patch({ problem: mediaProblem(error) });
      if (former?.readyState === 'ended') this.store.patch({ track: null });
    } finally {
      this.store.patch({ starting: false });
    }
  }

  #adopt(track: MediaStreamTrack): void {
    if (this.#closed) {
      track.stop();
      return;
    }
    track.enabled = this.store.snapshot().wanted;
    track.addEventListener('ended', () => {
      if (this.store.snapshot().track !== track) return;
      // The browser's own bar ends a shared screen: that is a wish, not a fault.
      if (this.source === 'screen') return void this.switch(false);
      this.store.patch({ track: null, problem: 'ended' });
      void this.#enqueue(() => this.#settle());
    });
    this.store.patch({ track });
  }

  #drop(): void {
    this.store.snapshot().track?.stop();
    this.store.patch({ track: null, problem: null });
  }

  #enqueue(step: () => Promise<void> | void): Promise<void> {
    this.#queue = this.#queue.then(() => (this.#closed ? undefined : step()));
    return this.#queue;
  }
}
