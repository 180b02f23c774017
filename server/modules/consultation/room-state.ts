import type { RequestStatus } from '../requests/contract.ts';
import type { RoomState } from './contract.ts';

/** How a consultation may go on. */
export const nextState = {
  ready: ['running', 'closed'],
  running: ['closed'],
  closed: [],
} as const;
export type ConsultationState = keyof typeof nextState;

/** From where it may come to this state. */
export const stateBefore = (to: ConsultationState): ConsultationState[] =>
  (Object.keys(nextState) as ConsultationState[]).filter((from) =>
    (nextState[from] as readonly ConsultationState[]).includes(to),
  );

/** A booked room may be entered this long before its time and after it, in ms. */
const before = 15 * 60_000;
const after = 12 * 3_600_000;

export type RoomFacts = {
  status: RequestStatus;
  /** Null for an urgent request. */
  plannedStart: Date | null;
  plannedEnd: Date | null;
  /** Null until the room was opened. */
  consultation: ConsultationState | null;
};

/** When the room opens; null when it is not a matter of time. */
export const opensAt = ({ plannedStart }: Pick<RoomFacts, 'plannedStart'>): Date | null =>
  plannedStart && new Date(plannedStart.getTime() - before);

/**
 * Whether the room may be entered at `now`. What runs may be entered whatever the clock says, so that nobody is
 * locked out of a consultation that began late.
 */
export function roomState(facts: RoomFacts, now: Date): RoomState {
  const { status, plannedEnd, consultation } = facts;
  if (consultation === 'closed') return 'closed';
  if (consultation === 'running') return 'running';
  if (status === 'accepted' || status === 'in_consultation') return 'ready';
  if (status === 'waiting') return 'early';
  const opens = opensAt(facts);
  if (status !== 'planned' || !opens || !plannedEnd) return 'over';
  if (now < opens) return 'early';
  return now.getTime() < plannedEnd.getTime() + after ? 'ready' : 'over';
}
