import type { types } from 'mediasoup-client';
import { codeOf, type Signalling } from './signalling.ts';

/** ICE itself often heals a short gap; beyond it a restart is quicker. In ms. */
const patience = 1_000;
const retryEvery = 2_500;

/**
 * Keeps one transport connected over changes of the network (Wi-Fi to mobile, sleep) by ICE restarts, as long as
 * the server still has it; when it has not, `gone` is told and only a new join helps.
 */
export class PathKeeper {
  #transport: types.Transport;
  #signalling: Signalling;
  #gone: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #restarting = false;
  #closed = false;

  constructor(transport: types.Transport, signalling: Signalling, gone: () => void) {
    this.#transport = transport;
    this.#signalling = signalling;
    this.#gone = gone;
    transport.on('connectionstatechange', (state) => {
      if (state === 'disconnected') this.#restartIn(patience);
      else if (state === 'failed') this.#restartIn(0);
      else if (state === 'connected') clearTimeout(this.#timer);
    });
    window.addEventListener('online', this.check);
  }

  /** Restarts a connection that was made and is not up now. */
  readonly check = (): void => {
    const { connectionState } = this.#transport;
    if (connectionState === 'disconnected' || connectionState === 'failed') this.#restartIn(0);
  };

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    window.removeEventListener('online', this.check);
  }

  #restartIn(delay: number): void {
    clearTimeout(this.#timer);
    if (!this.#closed) this.#timer = setTimeout(() => void this.#restart(), delay);
  }

  async #restart(): Promise<void> {
    if (this.#restarting || this.#closed || this.#transport.closed) return;
    this.#restarting = true;
    try {
      const { id: transportId } = this.#transport;
      const { iceParameters, iceServers } = await this.#signalling.ask('consultation:restart-ice', {
        transportId,
      });
      if (this.#closed || this.#transport.closed) return;
      await this.#transport.updateIceServers({ iceServers });
      await this.#transport.restartIce({ iceParameters });
      this.#timer = setTimeout(this.check, retryEvery);
    } catch (error) {
      if (codeOf(error) === 'network_lost') this.#restartIn(retryEvery);
      else if (!this.#closed) this.#gone();
    } finally {
      this.#restarting = false;
    }
  }
}
