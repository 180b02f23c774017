import type { FreeTime, Hold } from '../../../../server/modules/scheduling/contract.ts';

/** A time that is kept open on the server, and what the screen says of it. */
export type Held = Hold & {
  /** Name of the pool whose time it is; who was assigned stands in `practitionerName`. */
  poolName: string | null;
  departmentName: string;
  /** When this reservation began to run, for the countdown's ring. */
  startedAt: string;
  /** It was given back when its page was left; whoever comes back asks for it anew. */
  givenBack?: boolean;
};

export const isHeld = (value: unknown): value is Held =>
  typeof value === 'object' && value !== null && 'heldUntil' in value && 'poolId' in value;

/** The three free times that begin nearest to another, by their start. */
export function nearestTo<T extends Pick<FreeTime, 'startAt'>>(startAt: string, times: readonly T[]): T[] {
  const away = (one: T) => Math.abs(Date.parse(one.startAt) - Date.parse(startAt));
  return [...times]
    .sort((a, b) => away(a) - away(b))
    .slice(0, 3)
    .sort((a, b) => a.startAt.localeCompare(b.startAt));
}
