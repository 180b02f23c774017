import type { RoomNow } from '../../server/modules/consultation/signalling-contract.ts';
import type { CallPhase, RemoteStream } from './call-state.ts';
import { Encryption } from './crypto/encryption.ts';
import { FrameCryptor } from './crypto/frame-cryptor.ts';
import type { FrameCounts } from './crypto/frame-messages.ts';
import type { Safety } from './crypto/safety-code.ts';
import { pause } from './pause.ts';
import { isFinal, rejoinDelay, steadyAfter } from './rejoin.ts';
import { Seat } from './seat.ts';
import { seatLine } from './seat-line.ts';
import { codeOf, type MessageReply, type Signalling } from './signalling.ts';
import type { TalkFrom } from './talk.ts';

type Told = {
  /** Where one stands; a problem that is not final passes, and is tried again. */
  phase: (phase: CallPhase, problem: string | null) => void;
  /** It is over for good. */
  end: (phase: CallPhase) => void;
  /** The server is asked who and what is there: facts that come from here on are as new as its answer, or newer. */
  asking: () => void;
  answered: (now: RoomNow) => Promise<void>;
  /** Seated; resolves when the own devices are sent. */
  seated: (seat: Seat, joined: MessageReply<'consultation:join'>) => Promise<void>;
  /** Without a seat, for now or for good. */
  stood: () => void;
  remotes: (remotes: RemoteStream[]) => void;
  talk: (message: unknown, from: TalkFrom) => void;
  safety: (safety: Safety) => void;
};

/** Takes a seat in a room and keeps it: goes on with it over lost lines, and takes another one when it is lost. */
export class SeatKeeper {
  #consultationId: string;
  #line: Signalling;
  #told: Told;
  #frames: FrameCryptor;
  #seat: Seat | undefined;
  #encryption: Encryption | undefined;
  #entering: Promise<void> | undefined;
  #resuming: Promise<void> | undefined;
  /** Seats that are no good any more; the server may say so before the join itself is answered. */
  #lost = new Map<string, 'replaced' | 'broken'>();
  /** How often the socket came: who sat down across a change has to say so anew. */
  #connections = 0;
  /** Joins since the last seat that held; the more, the longer the next one waits. */
  #failures = 0;
  #closed = false;

  constructor(consultationId: string, line: Signalling, told: Told) {
    this.#consultationId = consultationId;
    this.#line = line;
    this.#told = told;
    this.#frames = new FrameCryptor({
      missed: (seatId) => this.#encryption?.missed(seatId),
      broken: () => {
        told.phase('failed', 'encryption_failed');
        told.end('failed');
      },
    });
  }

  get seat(): Seat | undefined {
    return this.#seat;
  }

  /** Of the seat, also of one that is just being taken. */
  get encryption(): Encryption | undefined {
    return this.#encryption;
  }

  /** Frames since the seat was taken: how many were sealed, opened, refused. */
  frameCounts(): Promise<FrameCounts> {
    return this.#frames.counts();
  }

  /** Takes a seat, again and again until it works or the server says that it will not. */
  enter(): Promise<void> {
    this.#entering ??= this.#tryToEnter().finally(() => {
      this.#entering = undefined;
    });
    return this.#entering;
  }

  /** The socket is back. */
  reconnected(): void {
    this.#connections += 1;
    void this.#resume();
  }

  /** Another seat is needed, unless this one has been given up already. */
  lose(seatId: string, reason: 'replaced' | 'broken' = 'broken'): void {
    this.#lost.set(seatId, reason);
    if (seatId !== this.#seat?.seatId) return;
    if (reason === 'replaced') this.#told.end('replaced');
    else void this.enter();
  }

  close(): void {
    this.#closed = true;
    this.#stand();
    this.#frames.close();
  }

  /** For one who is still sitting down: a lost seat is tried again like any that was not given. */
  #refuseLost(seatId: string): void {
    const reason = this.#lost.get(seatId);
    if (reason === 'replaced') this.#told.end('replaced');
    if (reason) throw new Error('the seat is lost');
  }

  async #tryToEnter(): Promise<void> {
    const phase = this.#seat ? 'reconnecting' : 'joining';
    if (this.#seat && this.#seat.age > steadyAfter) this.#failures = 0;
    for (let problem: string | null = null; !this.#closed; this.#failures += 1) {
      this.#stand();
      this.#told.phase(phase, problem);
      await pause(rejoinDelay(this.#failures));
      if (this.#closed) return;
      try {
        return await this.#sit();
      } catch (error) {
        problem = codeOf(error);
        if (this.#closed) return;
        if (problem === 'consultation_closed') return this.#told.end('closed');
        if (isFinal(problem)) return this.#told.phase('failed', problem);
      }
    }
  }

  async #sit(): Promise<void> {
    const consultationId = this.#consultationId;
    this.#told.asking();
    const connections = this.#connections;
    const { talk, safety } = this.#told;
    const encryption = await Encryption.create(consultationId, this.#frames, { talk, safety });
    this.#encryption = encryption;
    const { keyPackage } = encryption;
    const joined = await this.#line.ask('consultation:join', { consultationId, keyPackage });
    const isCurrent = () => this.#seat?.seatId === joined.seatId;
    const line = seatLine(this.#line, () => this.#resume(), isCurrent);
    encryption.begin(joined.seatId, line);
    const seat = await Seat.create(joined, line, this.#frames, {
      remotes: this.#told.remotes,
      gone: () => this.lose(joined.seatId),
    });
    if (this.#closed) return seat.close();
    this.#seat = seat;
    this.#refuseLost(seat.seatId);
    this.#told.phase('joined', null);
    await this.#told.seated(seat, joined);
    if (connections !== this.#connections) await this.#resume();
    this.#refuseLost(seat.seatId);
  }

  #stand(): void {
    this.#seat?.close();
    this.#seat = undefined;
    this.#encryption?.close();
    this.#encryption = undefined;
    this.#told.stood();
  }

  /** Keeps the seat where the server still knows it, else takes a new one. */
  #resume(): Promise<void> {
    this.#resuming ??= this.#tryToResume().finally(() => {
      this.#resuming = undefined;
    });
    return this.#resuming;
  }

  async #tryToResume(): Promise<void> {
    const seat = this.#seat;
    while (seat && seat === this.#seat) {
      this.#told.asking();
      try {
        const { seatId } = seat;
        const consultationId = this.#consultationId;
        const now = await this.#line.ask('consultation:resume', { consultationId, seatId });
        seat.check();
        this.#encryption?.resumed();
        return await this.#told.answered(now);
      } catch (error) {
        if (codeOf(error) !== 'network_lost') return this.lose(seat.seatId);
        await pause(rejoinDelay(1));
      }
    }
  }
}
