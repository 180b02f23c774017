import { type Rung, rungs } from './bandwidth-ladder.ts';
import type { CallState } from './call-state.ts';

/** What a weak line does to pictures that anybody should be told of. */
export type WeakRung = 'low' | 'still' | 'sound';
const told: readonly WeakRung[] = ['low', 'still', 'sound'];

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

type Sending = Pick<CallState, 'rung' | 'camera' | 'detail' | 'screen'>;

/** What is to be told of the lines, of the own one first; null while pictures come and go as they should. */
export function weakLine(state: Seen & Sending): { side: 'own' | 'theirs'; rung: WeakRung } | null {
  const sends = state.camera.wanted || state.detail.wanted || state.screen.wanted;
  const own = told.find((rung) => rung === state.rung);
  if (own && sends) return { side: 'own', rung: own };
  const theirs = told.find((rung) => rung === theirRung(state));
  return theirs ? { side: 'theirs', rung: theirs } : null;
}
