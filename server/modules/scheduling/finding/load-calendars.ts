import type { Tx } from '../../../kernel/db.ts';
import type { Interval } from '../../../kernel/interval.ts';
import { addDays, dateOf } from '../../../kernel/zoned-time.ts';
import type { Calendar } from '../time/roster.ts';
import { busyTimes } from './busy-times.ts';
import { loadHours } from './load-hours.ts';

const margin = 12 * 3_600_000;

/**
 * Everything that decides when these practitioners are free in a range of instants: six queries, however many
 * they are. A time that the actor holds is free for the actor; holds that have run out hold nothing.
 * @param but a booking that is no obstacle
 */
export async function loadCalendars(
  tx: Tx,
  practitionerIds: readonly string[],
  range: Interval,
  now: Date,
  but: string | null = null,
): Promise<Map<string, Calendar>> {
  const ids = [...practitionerIds];
  // What lies just outside may reach in with its length and buffers.
  const around = { start: range.start - margin, end: range.end + margin };
  const days = { from: addDays(dateOf(range.start), -1), until: addDays(dateOf(range.end), 1) };
  const hours = await loadHours(tx, ids, around, days);
  const blocked = await busyTimes(
    tx,
    ids.map((practitionerId) => ({ practitionerId, ...around })),
    now,
    but,
  );
  return new Map([...hours].map(([id, own]) => [id, { ...own, blocked: blocked.get(id) ?? [] }]));
}
