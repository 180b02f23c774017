/** Who is on call when, and when nobody is, as parts of a line. Pure. */
import type { OnCallShift } from '../../../../server/modules/triage/on-call-contract.ts';

export type Level = OnCallShift['level'];
/** `shift` null: nobody. `left` and `width` are shares of the whole span, 0 to 1. */
export type OnCallPart = {
  shift: OnCallShift | null;
  startAt: string;
  endAt: string;
  left: number;
  width: number;
};

/** One level's line over a span of instants, without holes: where nobody is on call, a part says so. */
export function onCallParts(
  shifts: readonly OnCallShift[],
  level: Level,
  span: { startAt: string; endAt: string },
): OnCallPart[] {
  const [start, end] = [Date.parse(span.startAt), Date.parse(span.endAt)];
  const parts: OnCallPart[] = [];
  const add = (shift: OnCallShift | null, from: number, until: number) => {
    if (from >= until) return;
    parts.push({
      shift,
      startAt: new Date(from).toISOString(),
      endAt: new Date(until).toISOString(),
      left: (from - start) / (end - start),
      width: (until - from) / (end - start),
    });
  };
  let reached = start;
  const own = shifts
    .filter((shift) => shift.level === level)
    .sort((a, b) => a.startAt.localeCompare(b.startAt));
  for (const shift of own) {
    const from = Math.max(reached, Date.parse(shift.startAt));
    const until = Math.min(end, Date.parse(shift.endAt));
    if (from >= until) continue;
    add(null, reached, from);
    add(shift, from, until);
    reached = until;
  }
  add(null, reached, end);
  return parts;
}
