/** How an urgent request may go on, as data. The ladder's own steps are `ladder/plan-ladder.ts`. Pure. */
import type { RequestStatus } from '../requests/contract.ts';

/** `ringing`: waits and rings. `in_room`: both sides have met. `over`: the room is closed, a report is owed or there. */
export type UrgentState = 'ringing' | 'accepted' | 'in_room' | 'over' | 'withdrawn';

/** Each allowed move with where it leads; every one is an event with actor, time and cause. */
export const urgentMoves = {
  ringing: {
    /** The step's deadline has passed, or nobody of it hears any more. */
    step: 'ringing',
    decline: 'ringing',
    postpone: 'ringing',
    claim: 'accepted',
    order: 'ringing',
    pass: 'ringing',
    ask: 'ringing',
    add_values: 'ringing',
    join: 'ringing',
    ambulance: 'ringing',
    withdraw: 'withdrawn',
  },
  accepted: {
    /** Who accepted has no live line and is not in the room. */
    vanish: 'ringing',
    hand_back: 'ringing',
    pass: 'ringing',
    ask: 'accepted',
    add_values: 'accepted',
    join: 'accepted',
    ambulance: 'accepted',
    meet: 'in_room',
    withdraw: 'withdrawn',
  },
  in_room: { ask: 'in_room', add_values: 'in_room', join: 'in_room', ambulance: 'in_room', end: 'over' },
  over: { meet: 'in_room' },
  withdrawn: {},
} as const satisfies Record<UrgentState, Record<string, UrgentState>>;

export type UrgentMove = {
  [S in UrgentState]: keyof (typeof urgentMoves)[S];
}[UrgentState];

const stateOf: Record<RequestStatus, UrgentState> = {
  waiting: 'ringing',
  accepted: 'accepted',
  in_consultation: 'in_room',
  consulted: 'over',
  answered: 'over',
  withdrawn: 'withdrawn',
  // Of booked requests only.
  planned: 'over',
  cancelled: 'over',
  no_show: 'over',
};

/** Where a move leads from a request's status; null where the table forbids it. */
export function stateAfter(status: RequestStatus, move: UrgentMove): UrgentState | null {
  const moves: Partial<Record<UrgentMove, UrgentState>> = urgentMoves[stateOf[status]];
  return moves[move] ?? null;
}
