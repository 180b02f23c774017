import type { types } from 'mediasoup-client';
import type { Source } from '../../server/modules/consultation/media-contract.ts';
import type { Rung } from './bandwidth-ladder.ts';
import type { OwnMedia } from './call-state.ts';
import type { FrameCryptor } from './crypto/frame-cryptor.ts';
import { fitToRung } from './rung-encodings.ts';
import { sendingOptions } from './sending-options.ts';
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
    await Promise.all([...this.#producers].map(([source, producer]) => this.#fit(source, producer)));
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
    const producer = this.#producers.get(source);
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

  async #produce(source: Source, track: MediaStreamTrack, paused: boolean): Promise<void> {
    if (!this.#device.canProduce(source === 'microphone' ? 'audio' : 'video')) return;
    const producer = await this.#transport.produce({
      track,
      ...sendingOptions[source],
      stopTracks: false,
      disableTrackOnPause: false,
      zeroRtpOnPause: true,
      appData: { source, paused },
      onRtpSender: (sender) => this.#frames.seal(sender, source),
    });
    if (paused) producer.pause();
    this.#producers.set(source, producer);
    if (this.#rung !== 'full') await this.#fit(source, producer);
  }

  async #fit(source: Source, { rtpSender }: types.Producer): Promise<void> {
    if (rtpSender) await fitToRung(rtpSender, source, this.#rung);
  }
}
