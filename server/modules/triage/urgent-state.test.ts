import { expect, test } from 'vitest';
import { nextStatus } from '../requests/index.ts';
import { stateAfter, type UrgentMove, urgentMoves } from './urgent-state.ts';

const statuses = ['waiting', 'accepted', 'in_consultation', 'consulted', 'answered', 'withdrawn'] as const;
const stateOf = {
  waiting: 'ringing',
  accepted: 'accepted',
  in_consultation: 'in_room',
  consulted: 'over',
  answered: 'over',
  withdrawn: 'withdrawn',
} as const;
const moves = [...new Set(Object.values(urgentMoves).flatMap((of) => Object.keys(of)))] as UrgentMove[];

test('no move leads where the request itself may not go', () => {
  for (const status of statuses) {
    for (const move of moves) {
      const to = stateAfter(status, move);
      if (to === null || to === stateOf[status]) continue;
      const allowed: readonly string[] = nextStatus[status];
      const possible = statuses.filter((one) => stateOf[one] === to);
      // A met consultation whose report is there already is not opened again by the status table.
      if (status === 'answered') continue;
      const isReached = possible.some((one) => allowed.includes(one));
      expect([status, move, to, isReached]).toEqual([status, move, to, true]);
    }
  }
});

test('what is over or withdrawn is neither claimed, declined, ordered nor passed on', () => {
  for (const status of ['in_consultation', 'consulted', 'answered', 'withdrawn'] as const) {
    for (const move of ['claim', 'decline', 'postpone', 'order', 'pass', 'withdraw', 'vanish'] as const) {
      expect([status, move, stateAfter(status, move)]).toEqual([status, move, null]);
    }
  }
});

test('from every state in which somebody waits a way leads on', () => {
  for (const state of ['ringing', 'accepted', 'in_room'] as const) {
    expect(Object.values(urgentMoves[state]).some((to) => (to as string) !== state)).toBe(true);
  }
});
