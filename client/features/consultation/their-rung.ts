import { type Rung, rungs } from '../../call/bandwidth-ladder.ts';
import type { CallState } from '../../call/call-state.ts';

type Seen = Pick<CallState, 'participantId' | 'participants' | 'rungs' | 'remotes'>;

/** The lowest rung among those in the room who send a picture; `full` where nobody has told of trouble. */
export function theirRung({ participantId, participants, rungs: told, remotes }: Seen): Rung {
  const lowest = participants
    .filter((one) => one.participantId !== participantId && sendsPicture(remotes, one.participantId))
    .map(({ seatId }) => rungs.indexOf(told[seatId] ?? 'full'));
  return rungs[Math.max(0, ...lowest)] ?? 'full';
}

const sendsPicture = (remotes: Seen['remotes'], id: string): boolean =>
  remotes.some(
    ({ participantId, source, muted }) => participantId === id && source !== 'microphone' && !muted,
  );
