/**
 * How urgent is a request, and who comes first? The rules suggest, a person decides: raising is free, lowering
 * needs a reason. Pure and browser-safe.
 */
import type { LocalDate } from '../../kernel/local-date.ts';
import type { News2 } from './news2.ts';
import { rules2026 } from './rules/2026.ts';
import {
  type Situation,
  type Urgency,
  type UrgencyCondition,
  type UrgencyRuleSet,
  urgencies,
} from './rules/rule.ts';

export { type Situation, situations, type Urgency, urgencies } from './rules/rule.ts';

export const urgencyRuleSets: readonly UrgencyRuleSet[] = [rules2026];

/** Minutes until a doctor should be on screen, unless a department has set its own. Routine has a booked time. */
export const defaultTargetMinutes: Readonly<Record<Urgency, number | null>> = {
  immediate: 3,
  urgent: 15,
  today: 240,
  routine: null,
};

export type UrgencyFacts = {
  situations: readonly Situation[];
  /** Null where none was scored; an incomplete score counts with what is known. */
  news2: News2 | null;
  /** mg/dl. */
  glucose?: number | null;
  /** 0 to 10. */
  pain?: number | null;
};

export type UrgencySuggestion = {
  urgency: Urgency;
  /** Ids of the rules that led to it; empty when none applied. */
  because: string[];
  /** The screen asks first whether 112 was called. */
  call112: boolean;
  /** Version of the rules, to be stored with the request. */
  rules: string;
};

/** The most urgent of all rules that hold on that day; `today` where none applies. */
export function suggestUrgency(
  facts: UrgencyFacts,
  on: LocalDate,
  sets: readonly UrgencyRuleSet[] = urgencyRuleSets,
): UrgencySuggestion {
  const set = sets.find(
    ({ validFrom, validUntil }) => validFrom <= on && (validUntil === null || on < validUntil),
  );
  const applying = (set?.rules ?? []).filter(({ when }) => applies(when, facts));
  const urgency = urgencies.find((one) => applying.some((rule) => rule.urgency === one)) ?? 'today';
  return {
    urgency,
    because: applying.filter((rule) => rule.urgency === urgency).map(({ id }) => id),
    call112: applying.some((rule) => rule.call112),
    rules: set?.version ?? 'none',
  };
}

function applies(when: UrgencyCondition, { situations, news2, glucose, pain }: UrgencyFacts): boolean {
  if ('situation' in when) return situations.includes(when.situation);
  if ('glucoseBelow' in when) return glucose != null && glucose < when.glucoseBelow;
  if ('glucoseAtLeast' in when) return glucose != null && glucose >= when.glucoseAtLeast;
  if ('painAtLeast' in when) return pain != null && pain >= when.painAtLeast;
  if (!news2?.applicable) return false;
  if ('singleThree' in when) return Object.values(news2.points).includes(3);
  return news2.total >= when.news2AtLeast;
}

const rank = (urgency: Urgency): number => urgencies.indexOf(urgency);

export const isMoreUrgent = (a: Urgency, b: Urgency): boolean => rank(a) < rank(b);

/**
 * May the nurse's choice stand? Null, or `urgency_reason_missing` when it lies below the suggestion and no reason
 * of at least five letters is given.
 */
export function checkChosenUrgency(
  suggested: Urgency,
  chosen: Urgency,
  reason: string | null | undefined,
): 'urgency_reason_missing' | null {
  const lowered = isMoreUrgent(suggested, chosen);
  return lowered && (reason ?? '').trim().length < 5 ? 'urgency_reason_missing' : null;
}

export type Waiting = {
  id: string;
  urgency: Urgency;
  /** Null counts as 0. */
  news2: number | null;
  /** Epoch milliseconds. */
  raisedAt: number;
  /** Epoch milliseconds of being put on top by hand; the last one stands first. */
  pinnedAt?: number | null;
  /** Somebody had accepted and then vanished: at the head of its urgency. */
  cameBack?: boolean;
};

export type QueueReason = 'override' | 'urgency' | 'came_back' | 'news2' | 'waiting_time';

/** Why `a` stands before `b` (negative) or behind it (positive), and by what. A total order: ids break ties. */
export function compareWaiting(
  a: Waiting,
  b: Waiting,
  /** False where a house does not let a score sort people (medical device law). */
  byScore = true,
): { order: number; reason: QueueReason } {
  const pinned = (b.pinnedAt ?? 0) - (a.pinnedAt ?? 0);
  if (pinned !== 0) return { order: pinned, reason: 'override' };
  const urgency = rank(a.urgency) - rank(b.urgency);
  if (urgency !== 0) return { order: urgency, reason: 'urgency' };
  const back = Number(b.cameBack ?? false) - Number(a.cameBack ?? false);
  if (back !== 0) return { order: back, reason: 'came_back' };
  const score = byScore ? (b.news2 ?? 0) - (a.news2 ?? 0) : 0;
  if (score !== 0) return { order: score, reason: 'news2' };
  const waited = a.raisedAt - b.raisedAt;
  return { order: waited !== 0 ? waited : a.id < b.id ? -1 : a.id > b.id ? 1 : 0, reason: 'waiting_time' };
}

/** The queue: what was put on top, then urgency, what came back, NEWS2, waiting time. Leaves the given list as it is. */
export const queueOrder = <T extends Waiting>(waiting: readonly T[], byScore = true): T[] =>
  [...waiting].sort((a, b) => compareWaiting(a, b, byScore).order);
