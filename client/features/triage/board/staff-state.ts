import type { StaffMember } from '../../../../server/modules/triage/duty-contract.ts';
import type { Tone } from '../../../ui/tone.ts';

type Seen = Pick<StaffMember, 'status' | 'until' | 'present' | 'onCall' | 'reachable'>;

/** What hinders first: who set "not available" says so, then a missing line, then "soon". Pure. */
export function staffState({ status, until, present }: Seen): 'away' | 'absent' | 'soon' | 'ready' {
  if (status === 'away') return 'away';
  if (!present) return 'absent';
  return status === 'soon' && until ? 'soon' : 'ready';
}

/** Who is on call and cannot be reached is to be looked at; others may be away as they like. */
export function staffTones(one: Seen): Tone {
  if (one.onCall && !one.reachable) return 'attention';
  const state = staffState(one);
  return state === 'ready' ? 'done' : state === 'soon' ? 'action' : 'neutral';
}
