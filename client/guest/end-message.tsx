/** @jsxImportSource preact */

import { Icon } from './icons.tsx';
import type { InvitationState } from './invitation.ts';
import { PageFrame } from './page-frame.tsx';
import type { Words } from './words.ts';
import { useWords } from './words.ts';

export type End = { title: string; hint: string };
export type EndName = Exclude<keyof Words['end'], 'retry' | 'back' | 'unfit' | 'left' | 'replaced'>;

/** Why a guest cannot go on, or null. What the invitation says of itself comes before what a step ran into. */
export function endOf({ invitation, problem }: InvitationState, wasInside: boolean): EndName | null {
  if (!invitation) return problem === null ? null : nameOf(problem);
  if (invitation.room === 'closed') return 'consultation_closed';
  if (invitation.room === 'over') return 'room_over';
  if (invitation.state === 'revoked') return wasInside ? 'put_out' : 'guest_link_revoked';
  if (invitation.state === 'refused') return 'guest_refused';
  if (invitation.state === 'expired') return 'guest_link_expired';
  return problem !== null && final.has(problem) ? nameOf(problem) : null;
}

const named = [
  'guest_unknown',
  'guest_link_not_found',
  'guest_link_used',
  'guest_link_expired',
  'guest_link_revoked',
  'guest_refused',
  'room_over',
  'consultation_closed',
  'too_many_attempts',
  'network_lost',
] as const satisfies readonly EndName[];

/** After these no further press helps. */
const final = new Set<string>(
  named.filter((name) => name !== 'network_lost' && name !== 'too_many_attempts'),
);

export const nameOf = (code: string): EndName => named.find((name) => name === code) ?? 'unknown';

/** One sentence that says what is the matter, and one that says what to do. */
export function EndMessage(props: { end: End; action?: string; onRetry?: () => void }) {
  const words = useWords();
  return (
    <PageFrame>
      <section class="message" role="status">
        <Icon name={props.end === words.end.consultation_closed ? 'done' : 'attention'} size={48} />
        <h1>{props.end.title}</h1>
        <p>{props.end.hint}</p>
        {props.onRetry && (
          <button type="button" class="primary" onClick={props.onRetry}>
            {props.action ?? words.end.retry}
          </button>
        )}
      </section>
    </PageFrame>
  );
}
