export type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes as base64 (RFC 4648 §4, with padding), as they stand in messages. */
export function toBase64(bytes: Bytes): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** @throws DOMException when it is no base64 */
export function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
