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

/** What e-mails say, in one language. */
export type LetterTexts = Record<MailKind, (matter: Matter) => Words>;
