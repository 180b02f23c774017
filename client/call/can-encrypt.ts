/**
 * Whether this browser can seal frames before they leave it (W3C WebRTC Encoded Transform): Chrome, Edge, Firefox and
 * Safari of today can. One that cannot does not enter a room; there is no way in without encryption.
 */
export function canEncrypt(): boolean {
  return 'RTCRtpScriptTransform' in globalThis && 'subtle' in crypto;
}
