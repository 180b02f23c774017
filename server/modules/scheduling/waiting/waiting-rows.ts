import type { Tx } from '../../../kernel/db.ts';
import { Prisma } from '../../../kernel/generated/client.ts';
import { type PartOfDay, partsOfDay } from '../time/part-of-day.ts';
import type { urgencies, Waiter } from './rules.ts';

export type EntryRow = Prisma.WaitingEntryGetPayload<object>;

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
const isPart = (text: string): text is PartOfDay => (partsOfDay as readonly string[]).includes(text);

export const toWaiter = (row: EntryRow): Waiter => ({
  id: row.id,
  urgency: row.urgency,
  since: row.createdAt.getTime(),
  departmentId: row.departmentId,
  practitionerId: row.practitionerId,
  fromDay: dayOf(row.fromDay),
  untilDay: row.untilDay && dayOf(row.untilDay),
  partsOfDay: row.partsOfDay.filter(isPart),
  weekdays: row.weekdays,
});

type QueueRow = {
  id: string;
  specialtyCode: string;
  urgency: (typeof urgencies)[number];
  since: number;
  departmentId: string | null;
  practitionerId: string | null;
  fromDay: string;
  untilDay: string | null;
  partsOfDay: PartOfDay[];
  weekdays: number[];
  requestNumber: number | null;
};

/** All open entries of these specialties, whosever they are: wishes and places, nobody's name. */
export async function queueOf(tx: Tx, specialtyCodes: readonly string[]): Promise<QueueRow[]> {
  if (specialtyCodes.length === 0) return [];
  return tx.$queryRaw<QueueRow[]>`
    select id::text as id, specialty_code as "specialtyCode", urgency::text as urgency, (extract(epoch from created_at) * 1000)::float8 as since,
      department_id::text as "departmentId", practitioner_id::text as "practitionerId",
      from_day::text as "fromDay", until_day::text as "untilDay", parts_of_day as "partsOfDay", weekdays,
      request_number as "requestNumber"
    from waiting_queue where specialty_code in (${Prisma.join([...specialtyCodes])})`;
}
