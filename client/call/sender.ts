import type { types } from 'mediasoup-client';
import type { Source } from '../../server/modules/consultation/media-contract.ts';
import type { Rung } from './bandwidth-ladder.ts';
import type { OwnMedia } from './call-state.ts';
import type { FrameCryptor } from './crypto/frame-cryptor.ts';
import { fitToRung } from './rung-encodings.ts';
import { narrowSound, sendingOptions } from './sending-options.ts';
import type { Signalling } from './signalling.ts';

/** Sends the own devices over one transport, and follows what becomes of them. */
export class Sender {
  #transport: types.Transport;
  #signalling: Signalling;
  #device: types.Device;
  #frames: FrameCryptor;
  #producers = new Map<Source, types.Producer>();
  #latest = new Map<Source, OwnMedia>();
  #working = new Map<Source, Promise<void>>();
  #rung: Rung = 'full';
  #narrow = false;

  constructor(
    device: types.Device,
    transport: types.Transport,
    signalling: Signalling,
    frames: FrameCryptor,
  ) {
    this.#device = device;
    this.#frames = frames;
    this.#transport = transport;
    this.#signalling = signalling;
    transport.on('produce', ({ rtpParameters, appData }, done, failed) => {
      const { source, paused } = appData as { source: Source; paused: boolean };
      // Before the server is asked: on a line that is full its answer may take seconds.
      void this.refit();
      signalling.ask('consultation:produce', { source, rtpParameters, paused }).then(
        ({ producerId }) => done({ id: producerId }),
        (error: unknown) => failed(error instanceof Error ? error : new Error(String(error))),
      );
    });
  }

  /** Brings what is sent in line with the device; changes meanwhile are followed in the same run. */
  follow(source: Source, media: OwnMedia): Promise<void> {
    this.#latest.set(source, media);
    const working =
      this.#working.get(source) ?? this.#run(source).finally(() => this.#working.delete(source));
    this.#working.set(source, working);
    return working;
  }

  /** Sends no more than a rung allows, now and of what is sent later. */
  async limit(rung: Rung): Promise<void> {
    this.#rung = rung;
    await this.refit();
  }

  /** Says again what each stream may send: an answer of the other side makes all sizes of a picture active. */
  async refit(): Promise<void> {
    const fitted = [...this.#producers].filter(([source]) => source !== 'microphone' || !this.#narrow);
    await Promise.all(fitted.map(([source, producer]) => this.#fit(source, producer)));
  }

  /** Sends sound for the narrowest lines, or as usual again. */
  async narrow(on: boolean): Promise<void> {
    if (on === this.#narrow) return;
    this.#narrow = on;
    const media = this.#latest.get('microphone');
    // As a new wish: whoever is at work on the former one does this too.
    if (media) await this.follow('microphone', { ...media });
  }

  getStats(): Promise<RTCStatsReport> {
    return this.#transport.getStats();
  }

  async #run(source: Source): Promise<void> {
    for (;;) {
      const media = this.#latest.get(source);
      if (!media || this.#transport.closed) return;
      await this.#apply(source, media);
      if (this.#latest.get(source) === media) return;
    }
  }

  async #apply(source: Source, { track, wanted }: OwnMedia): Promise<void> {
    const producer = await this.#fitting(source);
    const paused = !track || !wanted;
    if (!producer) {
      if (track) await this.#produce(source, track, paused);
      return;
    }
    if (producer.track !== track) await producer.replaceTrack({ track });
    if (producer.paused === paused) return;
    const { id: producerId } = producer;
    if (paused) {
      producer.pause();
      await this.#signalling.ask('consultation:pause-producer', { producerId });
    } else {
      producer.resume();
      await this.#signalling.ask('consultation:resume-producer', { producerId });
    }
  }

  /** The stream of a source, unless it has to begin anew. */
  async #fitting(source: Source): Promise<types.Producer | undefined> {
    const producer = this.#producers.get(source);
    if (!producer || source !== 'microphone' || producer.appData.narrow === this.#narrow) return producer;
    this.#producers.delete(source);
    producer.close();
    // Not waited for: the server does one after the other, and a full line answers late. One that it does not hear
    // of is refused with the next stream, and a new seat is taken.
    this.#signalling.ask('consultation:close-producer', { producerId: producer.id }).catch(() => undefined);
    return undefined;
  }

  async #produce(source: Source, track: MediaStreamTrack, paused: boolean): Promise<void> {
    if (!this.#device.canProduce(source === 'microphone' ? 'audio' : 'video')) return;
    const narrow = source === 'microphone' && this.#narrow;
    const producer = await this.#transport.produce({
      track,
      ...(narrow ? narrowSound : sendingOptions[source]),
      stopTracks: false,
      disableTrackOnPause: false,
      zeroRtpOnPause: true,
      appData: { source, paused, narrow: this.#narrow },
      onRtpSender: (sender) => this.#frames.seal(sender, source),
    });
    if (paused) producer.pause();
    this.#producers.set(source, producer);
    if (this.#rung !== 'full') await this.refit();
  }

  async #fit(source: Source, { rtpSender }: types.Producer): Promise<void> {
    if (rtpSender) await fitToRung(rtpSender, source, this.#rung);
  }
}
