import type { Figures } from './contract.ts';

/**
 * Fewer cases than this could point at somebody in a small county, so they are not told
 * (the usual threshold of German official statistics for small cells is 3 to 5).
 */
export const smallest = 5;

/** Counted rows of one cell, as the database gives them. */
export type Counted = {
  requests: number;
  met: number;
  urgentMet: number;
  secondsToDoctor: number | null;
  urgentRung: number;
  secondsToRing: number | null;
  urgent: number;
  inTarget: number;
  due: number;
  inTime: number;
  outcomes: number;
  stayed: number;
  fellThrough: number;
  troubleAsked: number;
  troubled: number;
  usefulAsked: number;
  satisfied: number;
};

const share = (part: number, whole: number) => (whole < smallest ? null : part / whole);

/** The figures of one cell; what stands on fewer than {@link smallest} cases is null. Zero says nothing of anybody and stays. */
export function figuresOf(counted: Counted): Figures {
  const told = (count: number) => (count > 0 && count < smallest ? null : count);
  return {
    requests: told(counted.requests),
    consultations: told(counted.met),
    secondsToDoctor: counted.urgentMet < smallest ? null : counted.secondsToDoctor,
    secondsToRing: counted.urgentRung < smallest ? null : counted.secondsToRing,
    withinTarget: share(counted.inTarget, counted.urgent),
    answeredInTime: share(counted.inTime, counted.due),
    stayed: share(counted.stayed, counted.outcomes),
    fellThrough: share(counted.fellThrough, counted.requests),
    troubled: share(counted.troubled, counted.troubleAsked),
    satisfied: share(counted.satisfied, counted.usefulAsked),
  };
}
