import type { CallState } from './call-state.ts';

type Lines = Pick<CallState, 'rung' | 'rungs' | 'participants'>;

/** Whether somebody in the room has a line that bears nothing but sound: then everybody's is made as small as can be. */
export const isSoundAlone = ({ rung, rungs, participants }: Lines): boolean =>
  rung === 'sound' || participants.some(({ seatId }) => rungs[seatId] === 'sound');
