import type { z } from 'zod';
import type { Config } from '../../kernel/config.ts';
import { Onset, Wanted } from './contract.ts';
import { lastKnown } from './known-values.ts';
import type { BoardItem, QueueItem } from './queue-contract.ts';
import type { QueueRow } from './queue-rows.ts';
import { compareWaiting, queueOrder, type Waiting } from './urgency.ts';

type Shared = Omit<z.input<typeof QueueItem>, 'before'>;

/** Whether this installation lets a score sort people. */
export const byScore = ({ triageSorting }: Pick<Config, 'triageSorting'>): boolean =>
  triageSorting === 'rule';

const waitingOf = (row: QueueRow): Waiting & { row: QueueRow } => ({
  id: row.requestId,
  urgency: row.urgency,
  news2: row.news2,
  raisedAt: row.raisedAt.getTime(),
  pinnedAt: row.pinnedAt?.getTime() ?? null,
  cameBack: row.cameBackReason === 'vanished',
  row,
});

/** The queue in its order, each row with why it stands before the next one. Pure. */
export function presentQueue(rows: readonly QueueRow[], byScore: boolean): z.input<typeof QueueItem>[] {
  const ordered = queueOrder(rows.map(waitingOf), byScore);
  return ordered.map((one, at) => {
    const next = ordered[at + 1];
    return { ...presentRow(one.row), before: next ? compareWaiting(one, next, byScore).reason : null };
  });
}

/** Waiting ones in the queue's order first, then those in progress, then what ended, newest first. Pure. */
export function presentBoard(rows: readonly QueueRow[], byScore: boolean): z.input<typeof BoardItem>[] {
  const waiting = queueOrder(rows.filter(({ status }) => status === 'waiting').map(waitingOf), byScore);
  const others = rows
    .filter(({ status }) => status !== 'waiting')
    .sort((a, b) => b.raisedAt.getTime() - a.raisedAt.getTime());
  return [...waiting.map(({ row }) => row), ...others].map((row) => ({
    ...presentRow(row),
    state: boardState(row),
    status: row.status,
    claimedBy: row.claimedBy,
    claimedAt: row.claimedAt?.toISOString() ?? null,
    rung: row.rung,
    missed: row.missed,
  }));
}

/** Missed: it ended and no physician had taken it. */
function boardState({ status, claimedAt }: QueueRow): BoardItem['state'] {
  if (status === 'waiting' || status === 'accepted' || status === 'in_consultation') return status;
  return claimedAt === null ? 'missed' : 'ended';
}

const presentRow = (row: QueueRow): Shared => ({
  requestId: row.requestId,
  number: row.number,
  urgency: row.urgency,
  raisedAt: row.raisedAt.toISOString(),
  targetAt: row.targetAt.toISOString(),
  question: row.question,
  situations: row.situations,
  onset: Onset.nullable().catch(null).parse(row.onset),
  wanted: Wanted.nullable().catch(null).parse(row.wanted),
  patient: {
    id: row.patientId,
    familyName: row.familyName,
    givenName: row.givenName,
    birthDate: row.birthDate,
    sex: row.sex,
    room: row.room,
    allergies: row.allergies,
  },
  requester: { organisation: row.organisation, person: row.person ?? '', phone: row.phone },
  values: lastKnown(row.sets),
  news2:
    row.news2 === null || row.news2At === null
      ? null
      : { value: row.news2, complete: row.news2Complete ?? false, takenAt: row.news2At.toISOString() },
  news2Before: row.news2Before,
  oxygenScale: row.oxygenScale,
  pregnant: row.pregnant,
  department: { id: row.departmentId, name: row.department },
  level: row.level,
  step: row.step,
  stepDueAt: row.stepDueAt?.toISOString() ?? null,
  ringing: row.ringing,
  ownAnswer: row.ownAnswer && { answer: row.ownAnswer, until: row.ownUntil?.toISOString() ?? null },
  ownHelp: row.ownHelp,
  promised: row.promised.map(({ name, until }) => ({ name, until: new Date(until).toISOString() })),
  cameBack:
    row.cameBackReason && row.cameBackAt
      ? { reason: row.cameBackReason, name: row.cameBackFrom ?? '', at: row.cameBackAt.toISOString() }
      : null,
  override:
    row.pinnedAt && row.pinReason
      ? {
          by: row.pinnedBy ?? '',
          reason: row.pinReason,
          note: row.pinNote,
          at: row.pinnedAt.toISOString(),
        }
      : null,
  openQuestions: row.openQuestions,
  ambulanceCalledAt: row.ambulanceCalledAt?.toISOString() ?? null,
  added: row.addedAt && { at: row.addedAt.toISOString(), situations: row.addedSituations ?? [] },
});
