import {
  type Icon,
  IconHourglass,
  IconShieldCheck,
  IconShieldExclamation,
  IconShieldX,
} from '@tabler/icons-react';
import type { Integrity } from '../../../server/modules/audit/contract.ts';
import type { Tone } from '../../ui/tone.ts';

export type Light = 'sound' | 'stalled' | 'broken' | 'nothing';

export const lights: Record<Light, { tone: Tone; icon: Icon }> = {
  sound: { tone: 'done', icon: IconShieldCheck },
  stalled: { tone: 'attention', icon: IconShieldExclamation },
  broken: { tone: 'danger', icon: IconShieldX },
  nothing: { tone: 'neutral', icon: IconHourglass },
};

/** Sealing runs every minute; what waits longer than this tells that it does not run. */
const patienceMs = 15 * 60_000;

/** What the check found, as one light. */
export function lightOf(
  found: Pick<Integrity, 'sound' | 'seals' | 'waitingSince' | 'last' | 'checkedAt'>,
): Light {
  if (!found.sound) return 'broken';
  const { last, waitingSince, checkedAt } = found;
  // Rows may be older than their sealing (a network that was filled at once), so the later of both counts.
  const since = Math.max(Date.parse(waitingSince ?? checkedAt), Date.parse(last?.sealedAt ?? ''));
  if (!last) return 'nothing';
  return waitingSince && Date.parse(checkedAt) - since > patienceMs ? 'stalled' : 'sound';
}
