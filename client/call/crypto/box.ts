import type { Bytes } from './base64.ts';

const nonceLength = 12;

/** What only one other seat can open: a random nonce, then AES-256-GCM with its tag. */
export async function sealBox(key: CryptoKey, content: Bytes): Promise<Bytes> {
  const iv = crypto.getRandomValues(new Uint8Array(nonceLength));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, content);
  const box = new Uint8Array(nonceLength + sealed.byteLength);
  box.set(iv);
  box.set(new Uint8Array(sealed), nonceLength);
  return box;
}

/** @throws DOMException when it was not sealed with this key, or is not whole */
export async function openBox(key: CryptoKey, box: Bytes): Promise<Bytes> {
  const iv = box.subarray(0, nonceLength);
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, box.subarray(nonceLength)));
}
