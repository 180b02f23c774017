import type { RecordedEvent } from '../../kernel/events.ts';

/** Events after which somebody's sessions may be over. */
export const endingSessions: readonly string[] = [
  'session.closed',
  'account.changed',
  'organisation.changed',
];

/** Whose open lines such an event ends, as the room of their sockets; null = nobody's. */
export function linesEndedBy({
  type,
  subjectKind,
  subjectId,
  payload,
}: Pick<RecordedEvent, 'type' | 'subjectKind' | 'subjectId' | 'payload'>): string | null {
  if (!endingSessions.includes(type)) return null;
  if (subjectKind === 'account') return `account:${subjectId}`;
  return subjectKind === 'organisation' && isSwitchedOff(payload) ? `organisation:${subjectId}` : null;
}

const isSwitchedOff = (payload: unknown): boolean =>
  typeof payload === 'object' && payload !== null && 'active' in payload && payload.active === false;
