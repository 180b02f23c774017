/** A seat that held so long was a good one, in ms. */
export const steadyAfter = 10_000;

/** Milliseconds before the next try to join: at once, then ever longer, at most five seconds. */
export function rejoinDelay(attempt: number): number {
  return attempt === 0 ? 0 : Math.min(5_000, 250 * 2 ** attempt);
}

/** What the server says for good; anything else passes, and trying again helps. */
const final = new Set([
  'consultation_not_found',
  'consultation_closed',
  'room_not_open',
  'room_over',
  'room_full',
  'guest_not_admitted',
  'guest_refused',
  'guest_link_revoked',
  'guest_link_expired',
  'forbidden',
  'not_signed_in',
  'invalid_input',
]);

export const isFinal = (code: string): boolean => final.has(code);
