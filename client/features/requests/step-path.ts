import { paths } from '../../lib/paths.ts';
import type { Step } from './what-is-missing.ts';

const slugs: Record<Step, string> = { who: '', question: '/frage', time: '/termin' };

export const stepPath = (step: Step): string => `${paths.newRequest}${slugs[step]}`;
export const sentPath = (requestId: string): string => `${paths.newRequest}/gesendet/${requestId}`;

/** What the address below the page's own path means. */
export function placeOf(rest: string): { step: Step } | { sent: string } | { again: string } {
  const sent = /^gesendet\/([0-9a-f-]{36})$/.exec(rest)?.[1];
  if (sent) return { sent };
  const again = /^wieder\/([0-9a-f-]{36})$/.exec(rest)?.[1];
  if (again) return { again };
  if (rest === 'frage') return { step: 'question' };
  return { step: rest === 'termin' ? 'time' : 'who' };
}
