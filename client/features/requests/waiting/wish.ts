import type { Wish } from '../../../../server/modules/scheduling/waiting-contract.ts';
import type { PartOfDay, Whom } from '../find/find.ts';

/** When somebody on the waiting list could come, as it is entered. */
export type WishDraft = {
  fromDay: string | null;
  /** Last day, included; null: open. */
  untilDay: string | null;
  partsOfDay: PartOfDay[];
  /** ISO: 1 = Monday; empty: any. */
  weekdays: number[];
  urgency: Wish['urgency'];
  /** Whose times may be offered: everybody's of the specialty, or of whom was chosen. */
  scope: 'specialty' | 'department' | 'practitioner';
};

export const weekdays = [1, 2, 3, 4, 5] as const;
export const urgencies: readonly Wish['urgency'][] = ['urgent', 'routine'];

/** Any day from today on: the wider the wish, the sooner a time fits. */
export const proposedWish = (today: string): WishDraft => ({
  fromDay: today,
  untilDay: null,
  partsOfDay: [],
  weekdays: [],
  urgency: 'routine',
  scope: 'specialty',
});

/** Code of what is wrong with the days of a wish; null: nothing. */
export function wishProblem(wish: WishDraft, today: string): 'required' | 'wish_days' | null {
  if (!wish.fromDay) return 'required';
  if (wish.untilDay && (wish.untilDay < wish.fromDay || wish.untilDay < today)) return 'wish_days';
  return null;
}

/** The wish as it is sent; all parts of the day are as good as none. */
export function wishBody(
  wish: WishDraft,
  whom: Pick<Whom, 'departmentId' | 'practitionerId'>,
  today: string,
): Wish {
  const { departmentId, practitionerId } = whom;
  return {
    ...(wish.scope === 'practitioner' && practitionerId ? { practitionerId } : {}),
    ...(wish.scope === 'department' && departmentId ? { departmentId } : {}),
    fromDay: wish.fromDay ?? today,
    untilDay: wish.untilDay,
    partsOfDay: wish.partsOfDay.length === 3 ? [] : wish.partsOfDay,
    weekdays: wish.weekdays.length === weekdays.length ? [] : [...wish.weekdays].sort(),
    urgency: wish.urgency,
  };
}

/** Chosen ones of several: in or out, in the order of the list. */
export const toggled = <T>(list: readonly T[], chosen: readonly T[], one: T): T[] =>
  list.filter((item) => (item === one ? !chosen.includes(one) : chosen.includes(item)));
