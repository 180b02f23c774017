import { type Bytes, toBase64 } from './base64.ts';

export type Member = { seatId: string; keyPackage: string };

/** What was said about one composition of the room. Numbers are 32 random bytes as base64. */
export type Round = {
  members: readonly Member[];
  own: { nonce: string; commit: string; revealed: boolean } | null;
  commits: Map<string, string>;
  /** Only such as fit what was committed to. */
  nonces: Map<string, string>;
  code: string | null;
};

const text = new TextEncoder();

async function digest(purpose: string, content: unknown): Promise<Bytes> {
  const data = text.encode(JSON.stringify([purpose, content]));
  return new Uint8Array(await crypto.subtle.digest('SHA-256', data));
}

const inOrder = (members: readonly Member[]) =>
  members.toSorted((one, two) => (one.seatId < two.seatId ? -1 : 1));

/** Names one composition: who is in the room, by which keys. */
export async function rosterOf(members: readonly Member[]): Promise<string> {
  const who = inOrder(members).map(({ seatId, keyPackage }) => [seatId, keyPackage]);
  return toBase64(await digest('TelKonNet roster 1', who));
}

export async function commitTo(roster: string, seatId: string, nonce: string): Promise<string> {
  return toBase64(await digest('TelKonNet commitment 1', [roster, seatId, nonce]));
}

/** Nine digits in groups of three, once every number is known and one is not alone. */
export async function codeOf({ members, own, nonces }: Round, self: string): Promise<string | null> {
  if (!own?.revealed || members.length < 2) return null;
  const all = inOrder(members).map(({ seatId, keyPackage }) => [
    seatId,
    keyPackage,
    seatId === self ? own.nonce : nonces.get(seatId),
  ]);
  if (all.some(([, , nonce]) => nonce === undefined)) return null;
  const number = new DataView((await digest('TelKonNet safety code 1', all)).buffer).getBigUint64(0);
  return String(number % 1_000_000_000n)
    .padStart(9, '0')
    .replace(/(...)(?=.)/g, '$1 ');
}
