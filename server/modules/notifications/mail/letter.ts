import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import type { Mail } from '../../../kernel/generated/client.ts';
import { linksOf } from '../address.ts';
import { calendarEntry } from '../calendar/calendar-entry.ts';
import { invitationText } from '../calendar/invitation-text.ts';
import { type ConsultFacts, consultFacts } from '../consult-facts.ts';
import { htmlOf, textOf } from './layout.ts';
import type { Language, LetterTexts } from './letter-texts.ts';
import { stillTrue } from './still-true.ts';
import { german } from './texts-de.ts';
import { english } from './texts-en.ts';

const texts: Record<Language, LetterTexts> = { de: german, en: english };

export type Letter = {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  invitation: { method: 'REQUEST' | 'CANCEL'; content: string } | null;
};

/**
 * The text of an e-mail by what is known now, or null when it must not be sent any more. Names no patient: there is no
 * place for one in the facts.
 */
export async function writeLetter(deps: Deps, tx: Tx, mail: Mail): Promise<Letter | null> {
  const account = await tx.account.findFirst({
    where: { id: mail.accountId, active: true, organisation: { active: true } },
    select: { email: true, displayName: true, locale: true },
  });
  if (!account || !mail.requestId || !(await stillTrue(deps, tx, mail))) return null;
  const facts = await consultFacts(tx, mail.requestId, mail.bookingId ?? null, mail.offerId ?? null);
  if (!facts) return null;
  const language: Language = account.locale === 'en' ? 'en' : 'de';
  const to = { name: account.displayName, address: account.email };
  const before = mail.kind === 'invitation' ? await timeBefore(tx, mail) : null;
  const links = linksOf(deps.config);
  const words = texts[language][mail.kind]({ facts, at: mail.startAt, before, links });
  const parts = { language, ...words, choices: links.choices };
  return {
    to,
    subject: words.subject,
    text: textOf(parts),
    html: htmlOf(parts),
    invitation: invitationOf(deps, mail, facts, to, language),
  };
}

/** The time of the entry that this person has so far. */
async function timeBefore(tx: Tx, { accountId, bookingId, sequence }: Mail): Promise<Date | null> {
  const last = await tx.mail.findFirst({
    where: { accountId, bookingId, kind: 'invitation', state: 'sent', sequence: { lt: sequence ?? 0 } },
    orderBy: { sequence: 'desc' },
    select: { startAt: true },
  });
  return last?.startAt ?? null;
}

function invitationOf(
  deps: Deps,
  { kind, bookingId, sequence, startAt }: Mail,
  facts: ConsultFacts,
  attendee: Letter['to'],
  language: Language,
): Letter['invitation'] {
  const { mail } = deps.config;
  if ((kind !== 'invitation' && kind !== 'cancellation') || !mail || !bookingId || !startAt) return null;
  const method = kind === 'invitation' ? 'REQUEST' : 'CANCEL';
  const end = new Date(startAt.getTime() + facts.length);
  const content = calendarEntry(deps.config, {
    method,
    organizer: mail.from,
    attendee,
    stamp: deps.clock.now(),
    event: {
      bookingId,
      requestId: facts.requestId,
      sequence: sequence ?? 0,
      start: startAt,
      end,
      ...invitationText(language, facts),
    },
  });
  return { method, content };
}
