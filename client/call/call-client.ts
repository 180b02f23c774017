import type { Source } from '../../server/modules/consultation/media-contract.ts';
import type { RoomNow } from '../../server/modules/consultation/signalling-contract.ts';
import { type CallPhase, type CallState, initialCallState, type OwnMedia } from './call-state.ts';
import { createSeatKeys } from './crypto/seat-keys.ts';
import { hearRoom } from './hear-room.ts';
import { LineWatch } from './line-watch.ts';
import { OwnDevices, sources } from './own-devices.ts';
import { watchPage } from './page-life.ts';
import type { ReceivedStats } from './received-stats.ts';
import { isFinal, pause, rejoinDelay, steadyAfter } from './rejoin.ts';
import { RemoteProducers } from './remote-producers.ts';
import { Seat } from './seat.ts';
import { seatLine } from './seat-line.ts';
import { codeOf, type Signalling } from './signalling.ts';
import { Store } from './store.ts';

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
  #watch = new LineWatch(
    () => this.stats(),
    (quality) => this.#store.patch({ quality }),
  );
  /** Since the room was last asked for: what was heard is as new as the answer, or newer. */
  #participantsHeard = false;
  #seat: Seat | undefined;
  #entering: Promise<void> | undefined;
  #resuming: Promise<void> | undefined;
  #stops: (() => void)[];
  /** Seats that are no good any more; the server may say so before the join itself is answered. */
  #lost = new Map<string, 'replaced' | 'broken'>();
  /** How often the socket came: who sat down across a change has to say so anew. */
  #connections = 0;
  /** Joins since the last seat that held; the more, the longer the next one waits. */
  #failures = 0;
  #closed = false;

  readonly snapshot = this.#store.snapshot;
  readonly subscribe = this.#store.subscribe;

  constructor(consultationId: string, line: Signalling) {
    this.#consultationId = consultationId;
    this.#line = line;
    this.#stops = this.#hear();
  }

  /** Enters the room; with neither device one listens. Resolves when inside, or when the state says why not. */
  async join(wanted: { microphone: boolean; camera: boolean }): Promise<void> {
    for (const source of ['microphone', 'camera'] as const)
      if (wanted[source]) void this.#devices[source].switch(true);
    this.#store.patch({ phase: 'joining', problem: null });
    await this.#enter();
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

  /** Tries a device again that gave nothing. */
  retry(source: Source): Promise<void> {
    return this.#devices[source].switch(true);
  }

  /** What has been received since the seat was taken; undefined outside of the room. */
  async stats(): Promise<ReceivedStats | undefined> {
    return this.#seat?.stats();
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
    this.#stand();
    this.#devices.close();
  }

  #end(phase: CallPhase): void {
    this.close();
    this.#store.patch({ phase });
  }

  #hear(): (() => void)[] {
    return [
      // Going is said while the page can still speak, so that the seat is free at once.
      watchPage({ awake: () => this.#seat?.check(), gone: () => void this.leave() }),
      this.#line.onReconnect(() => {
        this.#connections += 1;
        void this.#resume();
      }),
      ...hearRoom(this.#line, this.#consultationId, {
        participants: (participants) => {
          this.#participantsHeard = true;
          this.#store.patch({ participants });
        },
        producer: (info) => this.#producersChanged(() => this.#producers.put(info)),
        producerClosed: (id) => this.#producersChanged(() => this.#producers.remove(id)),
        relayed: () => undefined,
        closed: () => this.#end('closed'),
        seatLost: (seatId, reason) => this.#lose(seatId, reason),
      }),
    ];
  }

  /** Another seat is needed, unless this one has been given up already. */
  #lose(seatId: string, reason: 'replaced' | 'broken' = 'broken'): void {
    this.#lost.set(seatId, reason);
    if (seatId !== this.#seat?.seatId) return;
    if (reason === 'replaced') this.#end('replaced');
    else void this.#enter();
  }

  /** For one who is still sitting down: a lost seat is tried again like any that was not given. */
  #refuseLost(seatId: string): void {
    const reason = this.#lost.get(seatId);
    if (reason === 'replaced') this.#end('replaced');
    if (reason) throw new Error('the seat is lost');
  }

  /** Takes a seat, again and again until it works or the server says that it will not. */
  #enter(): Promise<void> {
    this.#entering ??= this.#tryToEnter().finally(() => {
      this.#entering = undefined;
    });
    return this.#entering;
  }

  async #tryToEnter(): Promise<void> {
    const phase = this.#seat ? 'reconnecting' : 'joining';
    if (this.#seat && this.#seat.age > steadyAfter) this.#failures = 0;
    for (; !this.#closed; this.#failures += 1) {
      this.#stand();
      this.#store.patch({ phase });
      await pause(rejoinDelay(this.#failures));
      if (this.#closed) return;
      try {
        return await this.#sit();
      } catch (error) {
        const problem = codeOf(error);
        if (this.#closed) return;
        if (problem === 'consultation_closed') return this.#end('closed');
        if (isFinal(problem)) return this.#store.patch({ phase: 'failed', problem });
        this.#store.patch({ problem });
      }
    }
  }

  async #sit(): Promise<void> {
    this.#producers.begin();
    this.#participantsHeard = false;
    const connections = this.#connections;
    const { keyPackage } = await createSeatKeys();
    const consultationId = this.#consultationId;
    const joined = await this.#line.ask('consultation:join', { consultationId, keyPackage });
    const isCurrent = () => this.#seat?.seatId === joined.seatId;
    const line = seatLine(this.#line, () => this.#resume(), isCurrent);
    const seat = await Seat.create(joined, line, {
      remotes: (remotes) => this.#store.patch({ remotes }),
      gone: () => this.#lose(joined.seatId),
    });
    if (this.#closed) return seat.close();
    this.#seat = seat;
    this.#refuseLost(seat.seatId);
    this.#store.patch({ phase: 'joined', problem: null, participantId: joined.participantId });
    this.#watch.start();
    const sending = sources.map((source) => seat.send(source, this.#devices[source].store.snapshot()));
    await Promise.all([this.#catchUp(joined), ...sending]);
    if (connections !== this.#connections) await this.#resume();
    this.#refuseLost(seat.seatId);
  }

  #stand(): void {
    this.#seat?.close();
    this.#seat = undefined;
    this.#watch.stop();
    this.#store.patch({ remotes: [], quality: 'unknown' });
  }

  /** The socket is back: keeps the seat where the server still knows it, else takes a new one. */
  #resume(): Promise<void> {
    this.#resuming ??= this.#tryToResume().finally(() => {
      this.#resuming = undefined;
    });
    return this.#resuming;
  }

  async #tryToResume(): Promise<void> {
    const seat = this.#seat;
    while (seat && seat === this.#seat) {
      this.#producers.begin();
      this.#participantsHeard = false;
      try {
        const { seatId } = seat;
        const now = await this.#line.ask('consultation:resume', {
          consultationId: this.#consultationId,
          seatId,
        });
        seat.check();
        return await this.#catchUp(now);
      } catch (error) {
        if (codeOf(error) !== 'network_lost') return this.#lose(seat.seatId);
        await pause(rejoinDelay(1));
      }
    }
  }

  async #catchUp({ participants, producers }: RoomNow): Promise<void> {
    if (!this.#participantsHeard) this.#store.patch({ participants });
    this.#producers.reset(producers);
    await this.#receive();
  }

  #producersChanged(change: () => void): void {
    change();
    const seat = this.#seat;
    this.#receive().catch(() => seat && this.#lose(seat.seatId));
  }

  async #receive(): Promise<void> {
    await this.#seat?.receive(this.#producers.list(this.#store.snapshot().participantId));
  }

  #deviceChanged(source: Source, media: OwnMedia): void {
    this.#store.patch({ [source]: media });
    const seat = this.#seat;
    seat?.send(source, media).catch(() => this.#lose(seat.seatId));
  }
}
