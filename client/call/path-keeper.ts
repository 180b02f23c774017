import type { types } from 'mediasoup-client';
import { codeOf, type MessageReply, type Signalling } from './signalling.ts';

/** ICE itself often heals a short gap; beyond it a restart is quicker. In ms. */
const patience = 1_000;
const retryEvery = 2_500;
/** A restart is done, or has failed, after so long. */
const settleAfter = 1_000;
/** A line that does not answer for so long after the path has changed still leads over the former one. */
const deafAfter = 1_500;

type Told = {
  /** The server has forgotten the connection: only a new join helps. */
  gone: () => void;
  /** It was negotiated anew, which undoes what was set on its streams. */
  restarted: () => void;
};
type Credentials = MessageReply<'consultation:restart-ice'>;

/**
 * Keeps one transport connected over changes of the network (Wi-Fi to mobile, sleep) by ICE restarts, as long as
 * the server still has it.
 *
 * The credentials of the next restart are fetched while all is well: when the network changes, the socket's own line
 * is dead for seconds. The server honours the former ones until the next are used (ICE, RFC 8445 §9).
 */
export class PathKeeper {
  #transport: types.Transport;
  #signalling: Signalling;
  #told: Told;
  /** Something has just hinted that the way has changed. */
  #hurried = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #spare: Credentials | undefined;
  #restarting = false;
  /** On its way, once at a time: the server honours no more than the two latest. */
  #asked: Promise<Credentials> | undefined;
  #closed = false;

  constructor(transport: types.Transport, signalling: Signalling, told: Told) {
    this.#transport = transport;
    this.#signalling = signalling;
    this.#told = told;
    transport.on('connectionstatechange', (state) => {
      if (state === 'disconnected') this.#restartIn(patience);
      else if (state === 'failed') this.#restartIn(0);
      else if (state === 'connected') this.#settle();
    });
    window.addEventListener('online', this.check);
  }

  /** Restarts a connection that was made and is not up now. */
  readonly check = (): void => {
    const { connectionState } = this.#transport;
    if (connectionState === 'disconnected' || connectionState === 'failed') this.#restartIn(0);
    else if (connectionState === 'connected') this.#settle();
  };

  /** Nothing arrives: takes another path at once if there is one, whatever the connection still believes. */
  hurry(): void {
    if (!this.#spare) return;
    this.#hurried = true;
    this.#restartIn(0);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    window.removeEventListener('online', this.check);
  }

  #settle(): void {
    clearTimeout(this.#timer);
    if (this.#spare || this.#restarting || this.#closed) return;
    // On a line that is only slow an answer may take seconds; there the socket's own line is no other than before.
    const renewal = this.#hurried ? setTimeout(() => this.#signalling.renew(), deafAfter) : undefined;
    this.#hurried = false;
    this.#ask()
      .then((spare) => {
        this.#spare = spare;
      })
      // Without it a later restart asks when it must.
      .catch(() => undefined)
      .finally(() => clearTimeout(renewal));
  }

  #ask(): Promise<Credentials> {
    const { id: transportId } = this.#transport;
    this.#asked ??= this.#signalling.ask('consultation:restart-ice', { transportId }).finally(() => {
      this.#asked = undefined;
    });
    return this.#asked;
  }

  #restartIn(delay: number): void {
    clearTimeout(this.#timer);
    if (!this.#closed) this.#timer = setTimeout(() => void this.#restart(), delay);
  }

  async #restart(): Promise<void> {
    if (this.#restarting || this.#closed || this.#transport.closed) return;
    this.#restarting = true;
    try {
      const { iceParameters, iceServers } = this.#spare ?? (await this.#ask());
      this.#spare = undefined;
      if (this.#closed || this.#transport.closed) return;
      await this.#transport.updateIceServers({ iceServers });
      await this.#transport.restartIce({ iceParameters });
      this.#told.restarted();
      this.#timer = setTimeout(this.check, settleAfter);
    } catch (error) {
      if (codeOf(error) === 'network_lost') this.#restartIn(retryEvery);
      else if (!this.#closed) this.#told.gone();
    } finally {
      this.#restarting = false;
    }
  }
}
