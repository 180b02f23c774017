import { type Icon, IconArchive, IconBan, IconCircleCheck, IconPencilExclamation } from '@tabler/icons-react';
import type { EventState } from '../../../server/modules/billing/contract.ts';
import type { Tone } from '../../ui/tone.ts';

/** Sign and colour of each state, in the order of the tiles. */
export const states: Record<EventState, { icon: Icon; tone: Tone }> = {
  ready: { icon: IconCircleCheck, tone: 'action' },
  incomplete: { icon: IconPencilExclamation, tone: 'attention' },
  not_billable: { icon: IconBan, tone: 'neutral' },
  exported: { icon: IconArchive, tone: 'done' },
};
export const stateNames = Object.keys(states) as EventState[];
