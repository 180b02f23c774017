import type { SafetyMessage } from './safety-code.ts';

/** A seat's key, for one other seat. Base keys as base64; with `ask` the other's own key is asked for. */
export type KeyMessage = { kind: 'key'; kid: number; media: string; talk: string; ask: boolean };
/**
 * What seats send each other sealed. `talk` is what people say, and how much they said before; all else is between
 * their browsers.
 */
export type Content = KeyMessage | SafetyMessage | { kind: 'talk'; count: number; message: unknown };

/** A base key is as long as what it is ratcheted to, in base64. */
const baseKeyLength = 44;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;
const isText = (value: unknown) => typeof value === 'string' && value.length <= 100;
const isBaseKey = (value: unknown) => typeof value === 'string' && value.length === baseKeyLength;

const checks: Record<Content['kind'], (value: Record<string, unknown>) => boolean> = {
  key: ({ kid, media, talk, ask }) =>
    isCount(kid) && isBaseKey(media) && isBaseKey(talk) && typeof ask === 'boolean',
  commit: ({ roster, commit, again }) => isText(roster) && isText(commit) && typeof again === 'boolean',
  reveal: ({ roster, nonce }) => isText(roster) && isText(nonce),
  talk: ({ count, message }) => isCount(count) && message !== undefined,
};

/** Whether something that another seat sent is what this version understands; all else is passed over. */
export function isContent(value: unknown): value is Content {
  if (!isRecord(value) || typeof value.kind !== 'string') return false;
  return Object.hasOwn(checks, value.kind) && checks[value.kind as Content['kind']](value);
}
