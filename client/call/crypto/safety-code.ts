import { toBase64 } from './base64.ts';
import { codeOf, commitTo, type Member, type Round, rosterOf } from './safety-round.ts';

/**
 * `code`: nine digits in groups of three that people read to each other. `alarm`: somebody told another number than
 * the one committed to, as a server would that sits between two people.
 */
export type Safety = { code: string | null; state: 'pending' | 'ready' | 'alarm' };
export type SafetyMessage =
  | { kind: 'commit'; roster: string; commit: string; again: boolean }
  | { kind: 'reveal'; roster: string; nonce: string };

type Told = {
  send: (to: string, message: SafetyMessage) => void;
  changed: (safety: Safety) => void;
};

/** Rounds that are kept: lists of who is here reach people at different times, and may go back and forth. */
const kept = 8;
export const noSafety: Safety = { code: null, state: 'pending' };

/**
 * The safety code of those who are in the room. Everybody commits to a random number first and reveals it only when
 * all have committed: so nobody, a server in the middle included, can choose numbers until two codes are alike; it
 * has one guess in a thousand million for each try that people see.
 */
export class SafetyCode {
  #self: Member;
  #told: Told;
  #rounds = new Map<string, Round>();
  #roster = '';
  /** Of each seat that was ever here, as it was first told: it has one as long as it lasts. */
  #packages = new Map<string, string>();
  /** For this whole stay: who was lied to once is not calmed by a new number. */
  #alarm = false;
  #shown: Safety = noSafety;
  #doing: Promise<void> = Promise.resolve();

  constructor(self: Member, told: Told) {
    this.#self = self;
    this.#told = told;
  }

  /** Who else is in the room. A composition that was there before goes on where it stood. */
  meet(others: readonly Member[]): Promise<void> {
    return this.#then(async () => {
      for (const { seatId, keyPackage } of others) {
        const first = this.#packages.get(seatId) ?? keyPackage;
        this.#packages.set(seatId, first);
        this.#alarm ||= first !== keyPackage;
      }
      const members = [this.#self, ...others];
      const roster = await rosterOf(members);
      if (roster === this.#roster) return;
      this.#roster = roster;
      const round = this.#round(roster);
      round.members = members;
      if (!round.own) {
        const nonce = toBase64(crypto.getRandomValues(new Uint8Array(32)));
        round.own = { nonce, commit: await commitTo(roster, this.#self.seatId, nonce), revealed: false };
      }
      for (const other of this.#others(round)) this.#commit(other.seatId, false);
      await this.#advance();
    });
  }

  hear(message: SafetyMessage, from: string): Promise<void> {
    return this.#then(async () => {
      const round = this.#round(message.roster);
      if (message.kind === 'commit') {
        const known = round.commits.get(from);
        this.#alarm ||= known !== undefined && known !== message.commit;
        round.commits.set(from, known ?? message.commit);
        if (message.again && message.roster === this.#roster) this.#repeat(from);
      } else {
        const commit = round.commits.get(from);
        // A number before its commitment was lost with it; both are told again.
        if (commit === undefined) return;
        if (commit === (await commitTo(message.roster, from, message.nonce)))
          round.nonces.set(from, message.nonce);
        else this.#alarm = true;
      }
      await this.#advance();
    });
  }

  /** Now and then: what was lost is told again. */
  tick(): Promise<void> {
    return this.#then(async () => {
      const round = this.#round(this.#roster);
      if (round.code || this.#alarm) return;
      for (const { seatId } of this.#others(round)) {
        this.#repeat(seatId);
        this.#commit(seatId, true);
      }
    });
  }

  #then(work: () => Promise<void>): Promise<void> {
    this.#doing = this.#doing.then(work);
    return this.#doing;
  }

  #round(roster: string): Round {
    const known = this.#rounds.get(roster);
    if (known) return known;
    const round: Round = { members: [], own: null, commits: new Map(), nonces: new Map(), code: null };
    this.#rounds.set(roster, round);
    for (const old of [...this.#rounds.keys()].slice(0, -kept))
      if (old !== this.#roster) this.#rounds.delete(old);
    return round;
  }

  #others({ members }: Round): Member[] {
    return members.filter(({ seatId }) => seatId !== this.#self.seatId);
  }

  #commit(to: string, again: boolean): void {
    const { own } = this.#round(this.#roster);
    if (own) this.#told.send(to, { kind: 'commit', roster: this.#roster, commit: own.commit, again });
  }

  #repeat(to: string): void {
    const round = this.#round(this.#roster);
    this.#commit(to, false);
    if (this.#allCommitted(round)) this.#reveal(to);
  }

  #reveal(to: string): void {
    const { own } = this.#round(this.#roster);
    if (own) this.#told.send(to, { kind: 'reveal', roster: this.#roster, nonce: own.nonce });
  }

  async #advance(): Promise<void> {
    const round = this.#round(this.#roster);
    const others = this.#others(round);
    if (round.own && !round.own.revealed && others.length > 0 && this.#allCommitted(round)) {
      round.own.revealed = true;
      for (const { seatId } of others) this.#reveal(seatId);
    }
    round.code ??= await codeOf(round, this.#self.seatId);
    this.#show(
      this.#alarm
        ? { code: null, state: 'alarm' }
        : { code: round.code, state: round.code ? 'ready' : 'pending' },
    );
  }

  #show(safety: Safety): void {
    const { code, state } = this.#shown;
    if (safety.code === code && safety.state === state) return;
    this.#shown = safety;
    this.#told.changed(safety);
  }

  #allCommitted(round: Round): boolean {
    return this.#others(round).every(({ seatId }) => round.commits.has(seatId));
  }
}
