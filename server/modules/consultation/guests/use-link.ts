import type { Deps } from '../../../kernel/deps.ts';
import { conflict, notFound, tooMany } from '../../../kernel/errors.ts';
import type { Call } from '../../../kernel/http.ts';
import type { Input } from '../../../kernel/wire.ts';
import { hashOf, limitsOf, newToken } from '../../identity/index.ts';
import type {
  OwnInvitation,
  readInvitation as read,
  redeemInvitation as redeem,
} from '../guests-contract.ts';
import { guestCookie, guestCookieOptions, guestFromCookie } from './guest-cookie.ts';
import { recordGuestEvent } from './guest-event.ts';
import { describeInvitation } from './own-invitation.ts';

/**
 * What a link invites to. Nothing is used up by it, so that a link opened in the wrong program can be opened in another.
 * @throws notFound `guest_link_not_found`; conflict `guest_link_used` on any other device, `guest_link_expired`,
 * `guest_link_revoked`, `room_over`, `consultation_closed`; too_many `too_many_attempts`
 */
export async function readInvitation(
  deps: Deps,
  { token }: Input<typeof read>,
  call: Call,
): Promise<OwnInvitation> {
  await spendAttempt(deps, call);
  const { invitation, isOwn } = await invitationOf(deps, token, call);
  if (!isOwn) refuseUnlessUsable(invitation);
  await giveBack(deps, call);
  return invitation;
}

/**
 * Uses a link: of all who try, one browser gets the cookie and waits in the lobby. That browser may repeat it.
 * @throws as {@link readInvitation}
 */
export async function redeemInvitation(
  deps: Deps,
  { token }: Input<typeof redeem>,
  call: Call,
): Promise<OwnInvitation> {
  await spendAttempt(deps, call);
  const { invitation, isOwn } = await invitationOf(deps, token, call);
  if (isOwn) return invitation;
  refuseUnlessUsable(invitation);
  const now = deps.clock.now();
  const secret = newToken();
  const { id } = invitation;
  await deps.db.system(async (tx) => {
    const used = await tx.consultationGuest.updateMany({
      where: { id, state: 'invited', usedAt: null },
      data: { state: 'waiting', usedAt: now, changedAt: now, cookieHash: hashOf(secret) },
    });
    if (used.count === 0) throw conflict('guest_link_used');
    await recordGuestEvent(deps, tx, null, 'guest.waiting', id);
  });
  const expiresAt = new Date(invitation.expiresAt);
  call.setCookie(guestCookie(deps.config), secret, guestCookieOptions(deps.config, expiresAt, now));
  await giveBack(deps, call);
  return deps.db.asGuest(id, (tx) => describeInvitation(tx, id, now));
}

async function invitationOf(deps: Deps, token: string, call: Call) {
  const found = await deps.db.system((tx) =>
    tx.consultationGuest.findUnique({ where: { tokenHash: hashOf(token) }, select: { id: true } }),
  );
  if (!found) throw notFound('guest_link');
  const own = await guestFromCookie(deps, call.cookies);
  const { id } = found;
  const invitation = await deps.db.asGuest(id, (tx) => describeInvitation(tx, id, deps.clock.now()));
  return { invitation, isOwn: own?.id === id };
}

function refuseUnlessUsable({ state, room }: OwnInvitation): void {
  if (room === 'closed') throw conflict('consultation_closed');
  if (room === 'over') throw conflict('room_over');
  if (state === 'revoked') throw conflict('guest_link_revoked');
  if (state === 'expired') throw conflict('guest_link_expired');
  if (state !== 'invited') throw conflict('guest_link_used');
}

async function spendAttempt(deps: Deps, call: Call): Promise<void> {
  const refusal = await limitsOf(deps).take({ guestIp: call.ip });
  if (!refusal) return;
  call.setHeader('Retry-After', String(refusal.retryAfter));
  throw tooMany('too_many_attempts', { data: refusal });
}

const giveBack = (deps: Deps, call: Call) => limitsOf(deps).giveBack({ guestIp: call.ip });
