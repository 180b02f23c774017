import { ask, type Tx } from '../../../kernel/db.ts';
import type { Interval } from '../../../kernel/interval.ts';
import { sql } from '../../../kernel/statement.ts';
import type { EpochMs } from '../../../kernel/zoned-time.ts';
import type { FreeSlot } from '../time/roster.ts';

/** A stretch of one person's time that is asked about. */
export type Asked = Interval & { practitionerId: string };

type Row = { who: number; from: number; until: number };

/** An array of ids or numbers as PostgreSQL reads it: one text, where the driver would look at each of hundreds. */
const list = (values: readonly (string | number)[]): string => `{${values.join(',')}}`;

/**
 * What blocks these people in the stretches asked about, buffers included, by person: one statement (`busy_times`,
 * which sees everybody's bookings and tells nothing but times), one descent of an index for each stretch. Holds that
 * have run out block nothing, nor does what the actor itself holds. What touches comes as one interval.
 * @param but a booking that is no obstacle: the one that is being moved
 */
export async function busyTimes(
  tx: Tx,
  asked: readonly Asked[],
  now: Date,
  but: string | null = null,
): Promise<Map<string, Interval[]>> {
  if (asked.length === 0) return new Map();
  const ids = asked.map(({ practitionerId }) => practitionerId);
  const starts = list(asked.map(({ start }) => start));
  const ends = list(asked.map(({ end }) => end));
  const rows = await ask<Row>(
    tx,
    sql`select who, "from", "until" from busy_times(${list(ids)}, ${starts}, ${ends}, ${now}, ${but})`,
  );
  const busy = new Map<string, Interval[]>();
  for (const { who, from, until } of rows) {
    const id = ids[who - 1] as string;
    const known = busy.get(id);
    const span: { start: EpochMs; end: EpochMs } = { start: from, end: until };
    if (known) known.push(span);
    else busy.set(id, [span]);
  }
  return busy;
}

/**
 * Whether the times are taken, buffers included, for many times of many people: one statement (`taken_among`), one
 * short descent of an index for each time. Says the same as {@link busyTimes}.
 */
export async function takenAmong(
  tx: Tx,
  slots: readonly FreeSlot[],
  now: Date,
): Promise<(slot: FreeSlot) => boolean> {
  if (slots.length === 0) return () => false;
  const ids = list(slots.map(({ practitionerId }) => practitionerId));
  const starts = list(slots.map(({ blockedFrom }) => blockedFrom));
  const ends = list(slots.map(({ blockedUntil }) => blockedUntil));
  const rows = await ask<{ at: number }>(
    tx,
    sql`select at from taken_among(${ids}, ${starts}, ${ends}, ${now}) as at`,
  );
  const taken = new Set(rows.map(({ at }) => slots[at - 1]));
  return (slot) => taken.has(slot);
}
