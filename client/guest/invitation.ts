import type { OwnInvitation } from '../../server/modules/consultation/guests-contract.ts';
import { Store } from '../call/store.ts';
import * as server from './ask-server.ts';
import { type GuestLine, openGuestLine } from './guest-line.ts';
import { chooseLanguage, hasChosenLanguage } from './words.ts';

export type InvitationState = {
  invitation: OwnInvitation | null;
  /** The stable code of why there is none, or why the last step did not work. */
  problem: string | null;
  busy: boolean;
  /** When the server's `now` was heard here, in ms since 1970 by this device's clock. */
  heardAt: number;
};

/** The guest's own invitation: read from the link, used once, and followed from then on. */
export class Invitation {
  #store = new Store<InvitationState>({ invitation: null, problem: null, busy: true, heardAt: 0 });
  #token = /^#([\w-]{43})$/.exec(location.hash)?.[1] ?? null;
  #line: GuestLine | undefined;
  /** In the lobby by an own wish: who was counted as gone over a lost line waits again. */
  #wants = false;
  #asked = 0;

  readonly snapshot = this.#store.snapshot;
  readonly subscribe = this.#store.subscribe;

  /** Looks at what the link, or the cookie of a link used before, invites to. */
  async open(): Promise<void> {
    const token = this.#token;
    await this.#step(() => (token ? server.readInvitation(token) : server.getOwnInvitation()));
    const { invitation } = this.snapshot();
    if (!invitation) return;
    if (!hasChosenLanguage()) chooseLanguage(invitation.language);
    if (invitation.state === 'waiting' || invitation.state === 'admitted') this.#follow();
  }

  /** Uses the link, or goes back into the lobby. */
  async enter(): Promise<void> {
    const token = this.#token;
    const isNew = this.snapshot().invitation?.state === 'invited' && token;
    await this.#step(() => (isNew ? server.redeemInvitation(token) : server.waitAgain()));
    if (this.snapshot().problem) return;
    // A used link says nothing to anybody else; the address without it can be shown and reloaded.
    history.replaceState(null, '', location.pathname);
    this.#token = null;
    this.#follow();
  }

  async leave(): Promise<void> {
    this.#wants = false;
    await this.#step(() => server.leave());
  }

  /** The line of who waits or is in the room. */
  get line(): GuestLine {
    this.#line ??= openGuestLine();
    return this.#line;
  }

  #follow(): void {
    this.#wants = true;
    if (this.#line) return;
    this.line.onChange(() => void this.refresh());
  }

  async refresh(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    try {
      const invitation = await server.getOwnInvitation();
      // An older answer that comes later is none.
      if (asked !== this.#asked) return;
      this.#show(invitation);
      if (invitation.state === 'left' && this.#wants) this.#show(await server.waitAgain());
    } catch (error) {
      // A lost line shows by itself; whatever else is wrong is said.
      if (server.codeOf(error) !== 'network_lost') this.#store.patch({ problem: server.codeOf(error) });
    }
  }

  async #step(ask: () => Promise<OwnInvitation>): Promise<void> {
    this.#store.patch({ busy: true, problem: null });
    try {
      this.#show(await ask());
    } catch (error) {
      this.#store.patch({ problem: server.codeOf(error) });
    } finally {
      this.#store.patch({ busy: false });
    }
  }

  #show(invitation: OwnInvitation): void {
    this.#store.patch({ invitation, problem: null, heardAt: Date.now() });
  }
}
