import { describe, expect, it } from 'vitest';
import { isReached, lineOf } from './figures.ts';

describe('a figure', () => {
  it('says its goal and whether it is reached', () => {
    const ratio = { name: 'booking.http_ratio', unit: 'ratio', goal: { atLeast: 0.4 } };
    expect(lineOf({ ...ratio, value: 0.4321 })).toBe('bench booking.http_ratio 0.43 ratio goal>=0.40 ok');
    expect(lineOf({ ...ratio, value: 0.2 })).toBe('bench booking.http_ratio 0.20 ratio goal>=0.40 short');
    const p95 = { name: 'finding.p95', unit: 'ms', goal: { atMost: 20 } };
    expect(lineOf({ ...p95, value: 20 })).toBe('bench finding.p95 20 ms goal<=20 ok');
    expect(lineOf({ ...p95, value: 123.45 })).toBe('bench finding.p95 123 ms goal<=20 short');
  });

  it('that only informs is never short', () => {
    const figure = { name: 'race.attempts', value: 200_000, unit: 'attempts' };
    expect(lineOf(figure)).toBe('bench race.attempts 200000 attempts');
    expect(isReached(figure)).toBe(true);
  });

  it('just short of its goal is called short, however it is rounded', () => {
    const figure = { name: 'booking.http_ratio', value: 0.3999, unit: 'ratio', goal: { atLeast: 0.4 } };
    expect(lineOf(figure)).toMatch(/ short$/);
    expect(lineOf({ ...figure, goal: { atMost: 0 }, value: 0 })).toMatch(/ 0 ratio goal<=0 ok$/);
  });
});
