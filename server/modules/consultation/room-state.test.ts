import { describe, expect, it } from 'vitest';
import { type RoomFacts, roomState, stateBefore } from './room-state.ts';

const at = (time: string) => new Date(`2026-11-23T${time}Z`);
const planned: RoomFacts = {
  status: 'planned',
  plannedStart: at('09:00:00'),
  plannedEnd: at('09:20:00'),
  consultation: null,
};

describe('a booked room', () => {
  it.each([
    ['08:44:59', 'early'],
    ['08:45:00', 'ready'],
    ['09:20:00', 'ready'],
    ['21:19:59', 'ready'],
    ['21:20:00', 'over'],
  ])('at %s is %s', (time, state) => {
    expect(roomState(planned, at(time))).toBe(state);
  });

  it.each(['cancelled', 'no_show'] as const)('of a request that is %s is over', (status) => {
    expect(roomState({ ...planned, status }, at('09:00:00'))).toBe('over');
  });

  it('that runs may be entered whatever the clock says', () => {
    const running: RoomFacts = { ...planned, status: 'in_consultation', consultation: 'running' };
    expect(roomState(running, at('23:59:00'))).toBe('running');
  });

  it('stays closed', () => {
    expect(roomState({ ...planned, status: 'consulted', consultation: 'closed' }, at('09:10:00'))).toBe(
      'closed',
    );
  });
});

describe('the room of an urgent request', () => {
  const urgent = { plannedStart: null, plannedEnd: null, consultation: null };
  it.each([
    ['waiting', 'early'],
    ['accepted', 'ready'],
    ['withdrawn', 'over'],
  ] as const)('that is %s is %s', (status, state) => {
    expect(roomState({ ...urgent, status }, at('03:00:00'))).toBe(state);
  });
});

it('a consultation is closed once', () => {
  expect(stateBefore('closed')).toEqual(['ready', 'running']);
  expect(stateBefore('running')).toEqual(['ready']);
});
