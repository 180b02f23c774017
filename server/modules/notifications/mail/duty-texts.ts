import type { linksOf } from '../address.ts';
import { clockWords } from './clock-words.ts';
import type { DutyMailKind, Language, Words } from './letter-texts.ts';

/** What may be said of duty outside of the application: shifts and who has them, a request's number, no patient. */
export type DutyFacts = {
  department: string;
  hospital: string;
  start: Date | null;
  /** Null: nobody is planned after it at all. */
  end: Date | null;
  from: string;
  to: string;
  inReturn: { start: Date; end: Date } | null;
  /** Of an alarm. */
  number: string | null;
  requester: string | null;
  reason: string | null;
};

type Matter = { facts: DutyFacts; links: ReturnType<typeof linksOf> };
export type DutyTexts = Record<DutyMailKind, (matter: Matter) => Words>;

/** "Do., 26.11., 18:00 Uhr bis Do., 26.11., 22:00 Uhr" */
const spanWords = (language: Language, until: string, open: string) => {
  const { short } = clockWords(language);
  return (start: Date | null, end: Date | null) => `${short(start)} ${end ? `${until} ${short(end)}` : open}`;
};

const deSpan = spanWords('de', 'bis', 'bis auf Weiteres');
const deWhere = ({ department, hospital }: DutyFacts) => `${department}, ${hospital}`;
const deReturn = ({ inReturn }: DutyFacts) =>
  inReturn ? [`Im Tausch gegen: ${deSpan(inReturn.start, inReturn.end)}.`] : [];

export const dutyGerman: DutyTexts = {
  on_call_gap: ({ facts, links }) => ({
    subject: `Niemand im Dienst: ${facts.department}, ${deSpan(facts.start, facts.end)}`,
    lines: [
      `Für diese Zeit ist niemand eingeteilt: ${deSpan(facts.start, facts.end)}, ${deWhere(facts)}.`,
      'Dringende Anfragen rufen dann sofort die ganze Abteilung und die Koordination.',
    ],
    action: { label: 'Dienstplan öffnen', url: links.roster },
  }),
  urgent_alarmed: ({ facts, links }) => ({
    subject: `Alarm: dringende Anfrage ${facts.number} wartet, ${facts.department}`,
    lines: [
      `Die dringende Anfrage ${facts.number} (${facts.requester}) an ${deWhere(facts)} braucht jemanden.`,
      deReasons[facts.reason ?? ''] ?? 'Bisher hat niemand sie angenommen.',
    ],
    action: { label: 'Lage öffnen', url: links.board },
  }),
  swap_offered: ({ facts, links }) => ({
    subject: `Dienst angeboten: ${deSpan(facts.start, facts.end)}`,
    lines: [
      `${facts.from} bietet Ihnen einen Dienst an: ${deSpan(facts.start, facts.end)}, ${deWhere(facts)}.`,
      ...deReturn(facts),
    ],
    action: { label: 'Ansehen und antworten', url: links.queue },
  }),
  swap_accepted: ({ facts, links }) => ({
    subject: `Diensttausch angenommen: ${deSpan(facts.start, facts.end)}`,
    lines: [
      `${facts.to} hat Ihren Dienst übernommen: ${deSpan(facts.start, facts.end)}, ${deWhere(facts)}.`,
      ...(facts.inReturn
        ? [`Dafür haben Sie jetzt: ${deSpan(facts.inReturn.start, facts.inReturn.end)}.`]
        : []),
    ],
    action: { label: 'Meine Dienste ansehen', url: links.queue },
  }),
  swap_declined: ({ facts, links }) => ({
    subject: `Diensttausch abgelehnt: ${deSpan(facts.start, facts.end)}`,
    lines: [
      `${facts.to} kann Ihren Dienst nicht übernehmen: ${deSpan(facts.start, facts.end)}, ${deWhere(facts)}. Er bleibt Ihrer.`,
    ],
    action: { label: 'Meine Dienste ansehen', url: links.queue },
  }),
  swap_withdrawn: ({ facts, links }) => ({
    subject: `Diensttausch zurückgezogen: ${deSpan(facts.start, facts.end)}`,
    lines: [
      `${facts.from} hat das Angebot zurückgezogen: ${deSpan(facts.start, facts.end)}, ${deWhere(facts)}. Für Sie ändert sich nichts.`,
    ],
    action: { label: 'Meine Dienste ansehen', url: links.queue },
  }),
};

const deReasons: Record<string, string> = {
  nobody_on_call: 'Niemand hat gerade Dienst.',
  nobody_reachable: 'Niemand, der Dienst hat, ist erreichbar.',
  nobody_answered: 'Alle Rufstufen sind durchlaufen, und niemand hat sie angenommen.',
};

const enSpan = spanWords('en', 'until', 'until further notice');
const enReturn = ({ inReturn }: DutyFacts) =>
  inReturn ? [`In exchange for: ${enSpan(inReturn.start, inReturn.end)}.`] : [];

export const dutyEnglish: DutyTexts = {
  on_call_gap: ({ facts, links }) => ({
    subject: `Nobody on call: ${facts.department}, ${enSpan(facts.start, facts.end)}`,
    lines: [
      `Nobody is on call at this time: ${enSpan(facts.start, facts.end)}, ${deWhere(facts)}.`,
      'Urgent requests then call the whole department and the coordination at once.',
    ],
    action: { label: 'Open the roster', url: links.roster },
  }),
  urgent_alarmed: ({ facts, links }) => ({
    subject: `Alarm: urgent request ${facts.number} is waiting, ${facts.department}`,
    lines: [
      `The urgent request ${facts.number} (${facts.requester}) to ${deWhere(facts)} needs somebody.`,
      enReasons[facts.reason ?? ''] ?? 'Nobody has accepted it so far.',
    ],
    action: { label: 'Open the board', url: links.board },
  }),
  swap_offered: ({ facts, links }) => ({
    subject: `Shift offered: ${enSpan(facts.start, facts.end)}`,
    lines: [
      `${facts.from} offers you a shift: ${enSpan(facts.start, facts.end)}, ${deWhere(facts)}.`,
      ...enReturn(facts),
    ],
    action: { label: 'Look and answer', url: links.queue },
  }),
  swap_accepted: ({ facts, links }) => ({
    subject: `Swap accepted: ${enSpan(facts.start, facts.end)}`,
    lines: [
      `${facts.to} has taken over your shift: ${enSpan(facts.start, facts.end)}, ${deWhere(facts)}.`,
      ...(facts.inReturn
        ? [`Instead you now have: ${enSpan(facts.inReturn.start, facts.inReturn.end)}.`]
        : []),
    ],
    action: { label: 'See my shifts', url: links.queue },
  }),
  swap_declined: ({ facts, links }) => ({
    subject: `Swap declined: ${enSpan(facts.start, facts.end)}`,
    lines: [
      `${facts.to} cannot take over your shift: ${enSpan(facts.start, facts.end)}, ${deWhere(facts)}. It stays yours.`,
    ],
    action: { label: 'See my shifts', url: links.queue },
  }),
  swap_withdrawn: ({ facts, links }) => ({
    subject: `Swap withdrawn: ${enSpan(facts.start, facts.end)}`,
    lines: [
      `${facts.from} has withdrawn the offer: ${enSpan(facts.start, facts.end)}, ${deWhere(facts)}. Nothing changes for you.`,
    ],
    action: { label: 'See my shifts', url: links.queue },
  }),
};

const enReasons: Record<string, string> = {
  nobody_on_call: 'Nobody is on call now.',
  nobody_reachable: 'Nobody who is on call can be reached.',
  nobody_answered: 'Every calling step has passed, and nobody has accepted it.',
};
