import type { ConsultFacts } from '../consult-facts.ts';
import { clockWords } from './clock-words.ts';
import type { LetterTexts } from './letter-texts.ts';

const { long, short, hour } = clockWords('de');
const consult = ({ number, department, hospital }: ConsultFacts) =>
  `Videokonsil ${number}, ${department}, ${hospital}`;
const sides = ({ requester, practitioner }: ConsultFacts) =>
  practitioner
    ? `Es sprechen miteinander: ${requester} und ${practitioner}.`
    : `Anfragende Einrichtung: ${requester}.`;
const calendar = 'Der Eintrag für Ihren Kalender hängt an.';
const toConsult = 'Konsil öffnen';
const toRoom = 'Raum öffnen';

export const german: LetterTexts = {
  invitation: ({ facts, at, before, links }) => ({
    subject: before
      ? `Termin geändert: ${facts.number}, jetzt ${short(at)}`
      : `Termin: Videokonsil ${facts.number}, ${facts.department}, ${short(at)}`,
    lines: [
      before
        ? `Ein Termin wurde geändert: ${consult(facts)}.`
        : `Für Sie wurde ein Termin eingetragen: ${consult(facts)}.`,
      ...(before && before.getTime() !== at?.getTime() ? [`Bisher: ${long(before)}.`] : []),
      `${before ? 'Jetzt' : 'Zeit'}: ${long(at)}.`,
      sides(facts),
      calendar,
    ],
    action: { label: toConsult, url: links.consult(facts.requestId) },
  }),
  cancellation: ({ facts, at, links }) => ({
    subject: facts.cancelled
      ? `Termin abgesagt: ${facts.number}, ${short(at)}`
      : `Termin übergeben: ${facts.number}, ${short(at)}`,
    lines: [
      facts.cancelled
        ? `Dieser Termin wurde abgesagt: ${consult(facts)}, ${long(at)}.`
        : `Dieser Termin ist nicht mehr Ihrer: ${consult(facts)}, ${long(at)}. Er wurde übergeben.`,
      'Der Eintrag wird mit dieser Nachricht aus Ihrem Kalender genommen.',
    ],
    action: { label: toConsult, url: links.consult(facts.requestId) },
  }),
  remind_day: ({ facts, at, links }) => ({
    subject: `Erinnerung: Videokonsil ${facts.number}, ${short(at)}`,
    lines: [`Wir erinnern an den Termin am ${long(at)}: ${consult(facts)}.`, sides(facts)],
    action: { label: toConsult, url: links.consult(facts.requestId) },
  }),
  remind_minutes: ({ facts, at, links }) => ({
    subject: `Gleich: Videokonsil ${facts.number} um ${hour(at)}`,
    lines: [`Der Termin beginnt um ${hour(at)}: ${consult(facts)}.`, sides(facts)],
    action: { label: toRoom, url: links.room(facts.requestId) },
  }),
  offer: ({ facts, at, links }) => ({
    subject: `Freie Zeit angeboten: ${facts.number}, ${short(at)}`,
    lines: [
      `Für Ihr Konsil ${facts.number} auf der Warteliste ist eine Zeit frei geworden: ${long(at)}, ${facts.department}, ${facts.hospital}${facts.practitioner ? `, ${facts.practitioner}` : ''}.`,
      `Sie ist bis ${long(facts.expiresAt)} für Sie reserviert. Danach wird sie der nächsten Einrichtung angeboten.`,
    ],
    action: { label: 'Angebot ansehen', url: links.consult(facts.requestId) },
  }),
  report: ({ facts, links }) => ({
    subject: `Befund neu: Konsil ${facts.number}, ${facts.department}`,
    lines: [
      `Zu Ihrem Konsil ${facts.number} liegt ein Befund vor: ${facts.department}, ${facts.hospital}.`,
      'Sie lesen ihn nach der Anmeldung.',
    ],
    action: { label: 'Befund lesen', url: links.consult(facts.requestId) },
  }),
};
