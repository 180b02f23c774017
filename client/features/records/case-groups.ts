import {
  type Icon,
  IconCalendarCheck,
  IconCalendarDue,
  IconCircleCheck,
  IconCircleX,
  IconFileText,
  IconHourglass,
  IconListNumbers,
  IconPencil,
} from '@tabler/icons-react';
import type { CaseGroup, CaseRow } from '../../../server/modules/records/contract.ts';
import type { Tone } from '../../ui/tone.ts';

/** How each group looks; its words are `records.group.<name>`. */
export const groupLook: Record<CaseGroup, { tone: Tone; icon: Icon }> = {
  answer_new: { tone: 'action', icon: IconFileText },
  report_due: { tone: 'attention', icon: IconPencil },
  today: { tone: 'action', icon: IconCalendarDue },
  waiting_list: { tone: 'neutral', icon: IconListNumbers },
  planned: { tone: 'neutral', icon: IconCalendarCheck },
  waiting: { tone: 'neutral', icon: IconHourglass },
  done: { tone: 'done', icon: IconCircleCheck },
  ended: { tone: 'neutral', icon: IconCircleX },
};

/** The one time that matters of a case in its group, and what it means (`records.row.<meaning>`). */
export function momentOf(row: CaseRow): {
  at: string;
  meaning: 'planned' | 'answered' | 'due' | 'asked' | 'offer';
} {
  if (row.offerUntil) return { at: row.offerUntil, meaning: 'offer' };
  if ((row.group === 'answer_new' || row.group === 'done') && row.answeredAt) {
    return { at: row.answeredAt, meaning: 'answered' };
  }
  if (row.group === 'report_due' || row.group === 'waiting') return { at: row.answerDueAt, meaning: 'due' };
  return row.plannedStart
    ? { at: row.plannedStart, meaning: 'planned' }
    : { at: row.createdAt, meaning: 'asked' };
}

/** `id`: its first row's, since a group may occur twice while the list is held still. */
export type Section<T> = { id: string; group: CaseGroup; rows: T[] };

/** Rows in the order given, parted wherever the group changes. */
export function sectionsOf<T extends { id: string; group: CaseGroup }>(rows: readonly T[]): Section<T>[] {
  const sections: Section<T>[] = [];
  for (const row of rows) {
    const last = sections.at(-1);
    if (last?.group === row.group) last.rows.push(row);
    else sections.push({ id: row.id, group: row.group, rows: [row] });
  }
  return sections;
}
