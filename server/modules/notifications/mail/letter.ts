import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import type { Mail, MailKind } from '../../../kernel/generated/client.ts';
import { linksOf } from '../address.ts';
import { calendarEntry } from '../calendar/calendar-entry.ts';
import { invitationText } from '../calendar/invitation-text.ts';
import { type ConsultFacts, consultFacts } from '../consult-facts.ts';
import { dutyFacts } from './duty-letter.ts';
import { type DutyTexts, dutyEnglish, dutyGerman } from './duty-texts.ts';
import { htmlOf, textOf } from './layout.ts';
import {
  type DutyMailKind,
  dutyMailKinds,
  type Language,
  type LetterTexts,
  type Words,
} from './letter-texts.ts';
import { stillTrue } from './still-true.ts';
import { german } from './texts-de.ts';
import { english } from './texts-en.ts';

const texts: Record<Language, LetterTexts> = { de: german, en: english };
const dutyTexts: Record<Language, DutyTexts> = { de: dutyGerman, en: dutyEnglish };

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
  if (!account) return null;
  const language: Language = account.locale === 'en' ? 'en' : 'de';
  const to = { name: account.displayName, address: account.email };
  const links = linksOf(deps.config);
  const said = (await sayOfDuty(deps, tx, mail, language)) ?? (await sayOfConsult(deps, tx, mail, language));
  if (!said) return null;
  const { words, facts } = said;
  const parts = { language, ...words, choices: links.choices };
  return {
    to,
    subject: words.subject,
    text: textOf(parts),
    html: htmlOf(parts),
    invitation: facts && invitationOf(deps, mail, facts, to, language),
  };
}

type Said = { words: Words; facts: ConsultFacts | null };

async function sayOfConsult(deps: Deps, tx: Tx, mail: Mail, language: Language): Promise<Said | null> {
  const { kind } = mail;
  if (isOfDuty(kind) || !mail.requestId || !(await stillTrue(deps, tx, mail))) return null;
  const facts = await consultFacts(tx, mail.requestId, mail.bookingId ?? null, mail.offerId ?? null);
  if (!facts) return null;
  const before = mail.kind === 'invitation' ? await timeBefore(tx, mail) : null;
  const words = texts[language][kind]({ facts, at: mail.startAt, before, links: linksOf(deps.config) });
  return { words, facts };
}

async function sayOfDuty(deps: Deps, tx: Tx, mail: Mail, language: Language): Promise<Said | null> {
  const { kind } = mail;
  if (!isOfDuty(kind)) return null;
  const facts = await dutyFacts(deps, tx, { ...mail, kind });
  return facts && { words: dutyTexts[language][kind]({ facts, links: linksOf(deps.config) }), facts: null };
}

const isOfDuty = (kind: MailKind): kind is DutyMailKind => dutyMailKinds.some((one) => one === kind);

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
