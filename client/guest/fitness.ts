import { canEncrypt } from '../call/can-encrypt.ts';

/** Why this browser cannot take part, or null: what it cannot encrypt it does not send, and one is told so before. */
export function unfitBecause(): 'insecure' | 'outdated' | null {
  if (!window.isSecureContext) return 'insecure';
  return 'RTCPeerConnection' in window && canEncrypt() ? null : 'outdated';
}
