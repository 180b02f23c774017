/**
 * Why this browser cannot take part, or null. Pictures and sound leave the device encrypted or not at all, so what
 * cannot encrypt frames is told so before anybody waits in vain.
 */
export function unfitBecause(): 'insecure' | 'outdated' | null {
  if (!window.isSecureContext) return 'insecure';
  const hasAll =
    'RTCPeerConnection' in window && 'RTCRtpScriptTransform' in window && 'subtle' in window.crypto;
  return hasAll ? null : 'outdated';
}
