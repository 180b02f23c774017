import type { Tone } from '../../ui/tone.ts';

/** How far a request is, as a tone. */
export const statusTones: Readonly<Record<string, Tone>> = {
  waiting: 'attention',
  accepted: 'action',
  planned: 'neutral',
  in_consultation: 'action',
  consulted: 'attention',
  answered: 'done',
  cancelled: 'neutral',
  withdrawn: 'neutral',
  no_show: 'neutral',
};
