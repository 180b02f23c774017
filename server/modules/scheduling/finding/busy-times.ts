import type { Tx } from '../../../kernel/db.ts';
import type { Interval } from '../../../kernel/interval.ts';
import type { EpochMs } from '../../../kernel/zoned-time.ts';

/** A stretch of one person's time that is asked about. */
export type Asked = Interval & { practitionerId: string };

type Row = { who: number; from: number; until: number };

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
  const starts = asked.map(({ start }) => start);
  const ends = asked.map(({ end }) => end);
  const rows = await tx.$queryRaw<Row[]>`
    select who, "from", "until" from busy_times(${ids}::uuid[], ${starts}::float8[], ${ends}::float8[], ${now}, ${but}::uuid)`;
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
