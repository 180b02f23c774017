import type { Tx } from '../../../kernel/db.ts';
import type { Interval } from '../../../kernel/interval.ts';
import type { EpochMs } from '../../../kernel/zoned-time.ts';

/** A stretch of one person's time that is asked about. */
export type Asked = Interval & { practitionerId: string };

type Row = { who: number; from: number; until: number };

/**
 * What blocks these people in the stretches asked about, buffers included, by person: one statement, one descent of
 * an index for each stretch. Holds that have run out block nothing, nor does what the actor itself holds.
 */
export async function busyTimes(
  tx: Tx,
  asked: readonly Asked[],
  now: Date,
): Promise<Map<string, Interval[]>> {
  if (asked.length === 0) return new Map();
  const ids = asked.map(({ practitionerId }) => practitionerId);
  const starts = asked.map(({ start }) => start / 1_000);
  const ends = asked.map(({ end }) => end / 1_000);
  const rows = await tx.$queryRaw<Row[]>`
    select a.who::int as who, (extract(epoch from b.blocked_from) * 1000)::float8 as "from",
      (extract(epoch from b.blocked_until) * 1000)::float8 as "until"
    from unnest(${ids}::uuid[], ${starts}::float8[], ${ends}::float8[]) with ordinality as a(id, start_at, end_at, who)
    join lateral (
      select busy_time.blocked_from, busy_time.blocked_until from busy_time
      where practitioner_id = a.id
        and tstzrange(blocked_from, blocked_until, '[)') && tstzrange(to_timestamp(a.start_at), to_timestamp(a.end_at), '[)')
        and (state = 'booked' or (held_until > ${now} and own is not true))
    ) b on true`;
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
