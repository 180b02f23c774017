import type { Source } from '../../server/modules/consultation/media-contract.ts';

/** What a still picture is taken for: the kinds of attachments that a room asks for. */
export type PicturePurpose = 'wound' | 'medication_plan' | 'document' | 'other';
/** A picture that is shown to the others beside a face. */
export type SharedSource = Extract<Source, 'detail' | 'screen'>;

/**
 * What people in a room tell each other end to end: nobody between them can read it, and nobody keeps it.
 *
 * `pointer`: x and y are shares of the picture's width and height, from its upper left corner; without `at` it was
 * lifted. `participantId` is who shows the picture. `picture-wish` asks one person for a still picture;
 * `picture-answer` says what became of it. `picture-kept`: a picture is among the files now. `by-phone`: its sender
 * goes on at the telephone.
 */
export type TalkMessage =
  | { kind: 'chat'; id: string; text: string }
  | { kind: 'pointer'; participantId: string; source: SharedSource; at: { x: number; y: number } | null }
  | { kind: 'picture-wish'; id: string; purpose: PicturePurpose }
  | { kind: 'picture-answer'; id: string; answer: 'declined' | 'agreed' }
  | { kind: 'picture-kept' }
  | { kind: 'by-phone' };

/** Longest line of the chat, in characters. */
export const longestLine = 2_000;

const purposes: readonly unknown[] = ['wound', 'medication_plan', 'document', 'other'];
const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 64;
const isShare = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isPoint = (value: unknown): boolean => isRecord(value) && isShare(value.x) && isShare(value.y);

const checks: Record<TalkMessage['kind'], (value: Record<string, unknown>) => boolean> = {
  chat: ({ id, text }) =>
    isId(id) && typeof text === 'string' && text.trim() !== '' && text.length <= longestLine,
  pointer: ({ participantId, source, at }) =>
    isId(participantId) && (source === 'detail' || source === 'screen') && (at === null || isPoint(at)),
  'picture-wish': ({ id, purpose }) => isId(id) && purposes.includes(purpose),
  'picture-answer': ({ id, answer }) => isId(id) && (answer === 'declined' || answer === 'agreed'),
  'picture-kept': () => true,
  'by-phone': () => true,
};

/** Whether something that came from another browser is what this one understands; all else is passed over. */
export function isTalkMessage(value: unknown): value is TalkMessage {
  if (!isRecord(value) || typeof value.kind !== 'string') return false;
  return Object.hasOwn(checks, value.kind) && checks[value.kind as TalkMessage['kind']](value);
}
