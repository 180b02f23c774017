import type { Source } from '../../server/modules/consultation/media-contract.ts';
import type { RoomNow, RoomParticipant } from '../../server/modules/consultation/signalling-contract.ts';
import { type CallPhase, type CallState, initialCallState, type OwnMedia } from './call-state.ts';
import { canEncrypt } from './can-encrypt.ts';
import type { FrameCounts } from './crypto/frame-messages.ts';
import { noSafety } from './crypto/safety-code.ts';
import { hearRoom } from './hear-room.ts';
import { LineWatch } from './line-watch.ts';
import { isSoundAlone } from './narrow-lines.ts';
import { OwnDevices, sources } from './own-devices.ts';
import { watchPage } from './page-life.ts';
import type { ReceivedStats } from './received-stats.ts';
import { RemoteProducers } from './remote-producers.ts';
import { SeatKeeper } from './seat-keeper.ts';
import type { Signalling } from './signalling.ts';
import { Store } from './store.ts';
import { type HearTalk, TalkHearers } from './talk.ts';
import type { TalkMessage } from './talk-messages.ts';

/**
 * A person's call in one consultation's room: joins, sends the own devices, receives the others, and comes back by
 * itself after whatever broke. Everything that a screen shows is in `snapshot`.
 */
export class CallClient {
  #consultationId: string;
  #line: Signalling;
  #store = new Store<CallState>(initialCallState);
  #devices = new OwnDevices((source, media) => this.#deviceChanged(source, media));
  #producers = new RemoteProducers();
  #talk = new TalkHearers();
  #watch = new LineWatch(async () => this.#keeper.seat?.stats(), {
    quality: (quality) => this.#store.patch({ quality }),
    rung: (rung) => {
      this.#store.patch({ rung });
      void this.#keeper.seat?.limit(rung);
      this.#fitSound();
    },
    // A report that is lost is no loss: the next one comes soon.
    report: (report) => void this.#line.ask('consultation:report-quality', report).catch(() => undefined),
  });
  /** Since the room was last asked for: what was heard is as new as the answer, or newer. */
  #participantsHeard = false;
  #keeper: SeatKeeper;
  #stops: (() => void)[];
  #closed = false;

  readonly snapshot = this.#store.snapshot;
  readonly subscribe = this.#store.subscribe;

  constructor(consultationId: string, line: Signalling) {
    this.#consultationId = consultationId;
    this.#line = line;
    this.#keeper = this.#keep();
    this.#stops = this.#hear();
  }

  /** Enters the room; with neither device one listens. Resolves when inside, or when the state says why not. */
  async join(wanted: { microphone: boolean; camera: boolean }): Promise<void> {
    if (!canEncrypt()) return this.#store.patch({ phase: 'failed', problem: 'encryption_unsupported' });
    for (const source of ['microphone', 'camera'] as const)
      if (wanted[source]) void this.#devices[source].switch(true);
    this.#store.patch({ phase: 'joining', problem: null });
    await this.#keeper.enter();
  }

  setMicrophone(on: boolean): Promise<void> {
    return this.#devices.microphone.switch(on);
  }

  setCamera(on: boolean): Promise<void> {
    return this.#devices.camera.switch(on);
  }

  /** Changes the device for now and for next time, also while it runs. */
  chooseDevice(source: Source, deviceId: string): Promise<void> {
    return this.#devices[source].choose(deviceId);
  }

  /** Switches an own device on or off; on tries one again that gave nothing. */
  switch(source: Source, on: boolean): Promise<void> {
    return this.#devices[source].switch(on);
  }

  /**
   * Tells everyone in the room, or one seat, what only they can read. Arrives once or, where a line is down, not at
   * all. Rejects as {@link Signalling} does.
   */
  async say(message: TalkMessage, toSeat?: string): Promise<void> {
    await this.#keeper.encryption?.say(message, toSeat);
  }

  /** Hears what the others say, over all re-joins, until the returned function is called. */
  hearTalk(hear: HearTalk): () => void {
    return this.#talk.add(hear);
  }

  /** What has been received since the seat was taken; undefined outside of the room. */
  async stats(): Promise<ReceivedStats | undefined> {
    return (await this.#keeper.seat?.stats())?.received;
  }

  /** Frames since the seat was taken: how many were sealed, opened, refused. */
  frameCounts(): Promise<FrameCounts> {
    return this.#keeper.frameCounts();
  }

  /** Goes, and tells the server so. */
  async leave(): Promise<void> {
    if (this.#closed) return;
    this.#end('left');
    await this.#line.ask('consultation:leave', {}).catch(() => undefined);
  }

  /** Frees devices and connections; the server learns it by itself. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const stop of this.#stops) stop();
    this.#keeper.close();
    this.#devices.close();
  }

  #end(phase: CallPhase): void {
    this.close();
    this.#store.patch({ phase });
  }

  #keep(): SeatKeeper {
    return new SeatKeeper(this.#consultationId, this.#line, {
      phase: (phase, problem) => this.#store.patch({ phase, problem }),
      end: (phase) => this.#end(phase),
      asking: () => {
        this.#producers.begin();
        this.#participantsHeard = false;
      },
      answered: (now) => this.#catchUp(now),
      seated: async (seat, joined) => {
        this.#store.patch({ participantId: joined.participantId });
        this.#watch.start();
        const sending = sources.map((source) => seat.send(source, this.#devices[source].store.snapshot()));
        await Promise.all([this.#catchUp(joined), ...sending]);
      },
      stood: () => {
        this.#watch.stop();
        this.#store.patch({ remotes: [], quality: 'unknown', safety: noSafety, rung: 'full', rungs: {} });
      },
      remotes: (remotes) => this.#store.patch({ remotes }),
      talk: this.#talk.tell,
      safety: (safety) => this.#store.patch({ safety }),
    });
  }

  #hear(): (() => void)[] {
    return [
      // Going is said while the page can still speak, so that the seat is free at once.
      watchPage({ awake: () => this.#keeper.seat?.check(), gone: () => void this.leave() }),
      this.#line.onReconnect(() => this.#keeper.reconnected()),
      ...hearRoom(this.#line, this.#consultationId, {
        participants: (participants) => {
          this.#participantsHeard = true;
          this.#meet(participants);
        },
        producer: (info) => this.#producersChanged(() => this.#producers.put(info)),
        producerClosed: (id) => this.#producersChanged(() => this.#producers.remove(id)),
        line: (seatId, rung) => {
          this.#store.patch({ rungs: { ...this.#store.snapshot().rungs, [seatId]: rung } });
          this.#fitSound();
        },
        relayed: (fact) => this.#keeper.encryption?.hear(fact),
        closed: () => this.#end('closed'),
        seatLost: (seatId, reason) => this.#keeper.lose(seatId, reason),
      }),
    ];
  }

  async #catchUp({ participants, producers }: RoomNow): Promise<void> {
    if (!this.#participantsHeard) this.#meet(participants);
    this.#producers.reset(producers);
    await this.#receive();
  }

  #meet(participants: RoomParticipant[]): void {
    this.#store.patch({ participants });
    this.#keeper.encryption?.meet(participants);
    this.#fitSound();
  }

  #fitSound(): void {
    const { seat } = this.#keeper;
    seat?.narrowSound(isSoundAlone(this.#store.snapshot())).catch(() => this.#keeper.lose(seat.seatId));
  }

  #producersChanged(change: () => void): void {
    change();
    const { seat } = this.#keeper;
    this.#receive().catch(() => seat && this.#keeper.lose(seat.seatId));
  }

  async #receive(): Promise<void> {
    await this.#keeper.seat?.receive(this.#producers.list(this.#store.snapshot().participantId));
  }

  #deviceChanged(source: Source, media: OwnMedia): void {
    this.#store.patch({ [source]: media });
    const { seat } = this.#keeper;
    seat?.send(source, media).catch(() => this.#keeper.lose(seat.seatId));
  }
}
