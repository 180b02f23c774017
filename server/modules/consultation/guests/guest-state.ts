import type { GuestState } from '../guests-contract.ts';

/** How a guest's invitation may go on. */
export const nextGuestState = {
  invited: ['waiting', 'revoked', 'expired'],
  waiting: ['admitted', 'refused', 'left', 'revoked', 'expired'],
  admitted: ['left', 'revoked', 'expired'],
  left: ['waiting', 'revoked', 'expired'],
  refused: [],
  revoked: [],
  expired: [],
} as const satisfies Record<GuestState, readonly GuestState[]>;

/** From where it may come to this state. */
export const guestStateBefore = (to: GuestState): GuestState[] =>
  (Object.keys(nextGuestState) as GuestState[]).filter((from) =>
    (nextGuestState[from] as readonly GuestState[]).includes(to),
  );

/** Invitations that count against the most that may be open at once. */
export const openGuestStates = ['invited', 'waiting', 'admitted'] as const satisfies readonly GuestState[];

type Invitation = { state: GuestState; expiresAt: Date };

/**
 * The state at `now`: a link ends by its time without anybody doing anything. Who is admitted stays so, as a
 * consultation that runs late throws nobody out.
 */
export function guestStateAt({ state, expiresAt }: Invitation, now: Date): GuestState {
  const ends = state === 'invited' || state === 'waiting' || state === 'left';
  return ends && expiresAt <= now ? 'expired' : state;
}

/** After the planned end, and for an urgent request after the invitation, in ms. */
const afterPlan = 2 * 3_600_000;
const afterInvitation = 4 * 3_600_000;

/** When an invitation made at `now` expires; one for a consultation that runs late holds as for an urgent one. */
export function guestExpiry(plannedEnd: Date | null, now: Date): Date {
  const byPlan = plannedEnd ? plannedEnd.getTime() + afterPlan : 0;
  const least = plannedEnd && byPlan > now.getTime() ? byPlan : now.getTime() + afterInvitation;
  return new Date(least);
}
