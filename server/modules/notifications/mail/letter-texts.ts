import type { MailKind } from '../../../kernel/generated/client.ts';
import type { linksOf } from '../address.ts';
import type { ConsultFacts } from '../consult-facts.ts';

export type Language = 'de' | 'en';

export type Words = {
  subject: string;
  /** Sentences, one paragraph each. */
  lines: string[];
  /** What to do, as a link. */
  action: { label: string; url: string } | null;
};

/** What an e-mail is about. */
export type Matter = {
  facts: ConsultFacts;
  /** The time of the booking or the offer. */
  at: Date | null;
  /** Where it was before. */
  before: Date | null;
  links: ReturnType<typeof linksOf>;
};

export const dutyMailKinds = [
  'on_call_gap',
  'urgent_alarmed',
  'swap_offered',
  'swap_accepted',
  'swap_declined',
  'swap_withdrawn',
] as const;
export type DutyMailKind = (typeof dutyMailKinds)[number];

/** Kinds that speak of a consult; the others are `duty-texts.ts`. */
export type ConsultMailKind = Exclude<MailKind, DutyMailKind>;

/** What e-mails about consults say, in one language. */
export type LetterTexts = Record<ConsultMailKind, (matter: Matter) => Words>;
