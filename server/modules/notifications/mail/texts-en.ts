import type { ConsultFacts } from '../consult-facts.ts';
import { clockWords } from './clock-words.ts';
import type { LetterTexts } from './letter-texts.ts';

const { long, short, hour } = clockWords('en');
const consult = ({ number, department, hospital }: ConsultFacts) =>
  `video consult ${number}, ${department}, ${hospital}`;
const sides = ({ requester, practitioner }: ConsultFacts) =>
  practitioner ? `Taking part: ${requester} and ${practitioner}.` : `Asked by: ${requester}.`;
const toConsult = 'Open the consult';

export const english: LetterTexts = {
  invitation: ({ facts, at, before, links }) => ({
    subject: before
      ? `Appointment changed: ${facts.number}, now ${short(at)}`
      : `Appointment: video consult ${facts.number}, ${facts.department}, ${short(at)}`,
    lines: [
      before
        ? `An appointment was changed: ${consult(facts)}.`
        : `An appointment was made for you: ${consult(facts)}.`,
      ...(before && before.getTime() !== at?.getTime() ? [`Before: ${long(before)}.`] : []),
      `${before ? 'Now' : 'Time'}: ${long(at)} (Europe/Berlin).`,
      sides(facts),
      'The entry for your calendar is attached.',
    ],
    action: { label: toConsult, url: links.consult(facts.requestId) },
  }),
  cancellation: ({ facts, at, links }) => ({
    subject: facts.cancelled
      ? `Appointment cancelled: ${facts.number}, ${short(at)}`
      : `Appointment handed over: ${facts.number}, ${short(at)}`,
    lines: [
      facts.cancelled
        ? `This appointment was cancelled: ${consult(facts)}, ${long(at)}.`
        : `This appointment is yours no more: ${consult(facts)}, ${long(at)}. It was handed over.`,
      'With this message the entry is taken out of your calendar.',
    ],
    action: { label: toConsult, url: links.consult(facts.requestId) },
  }),
  remind_day: ({ facts, at, links }) => ({
    subject: `Reminder: video consult ${facts.number}, ${short(at)}`,
    lines: [`This is a reminder of the appointment on ${long(at)}: ${consult(facts)}.`, sides(facts)],
    action: { label: toConsult, url: links.consult(facts.requestId) },
  }),
  remind_minutes: ({ facts, at, links }) => ({
    subject: `Soon: video consult ${facts.number} at ${hour(at)}`,
    lines: [`The appointment begins at ${hour(at)}: ${consult(facts)}.`, sides(facts)],
    action: { label: 'Open the room', url: links.room(facts.requestId) },
  }),
  offer: ({ facts, at, links }) => ({
    subject: `A free time is offered: ${facts.number}, ${short(at)}`,
    lines: [
      `For your consult ${facts.number} on the waiting list a time has become free: ${long(at)}, ${facts.department}, ${facts.hospital}${facts.practitioner ? `, ${facts.practitioner}` : ''}.`,
      `It is kept for you until ${long(facts.expiresAt)}. After that it is offered to the next.`,
    ],
    action: { label: 'See the offer', url: links.consult(facts.requestId) },
  }),
  report: ({ facts, links }) => ({
    subject: `New report: consult ${facts.number}, ${facts.department}`,
    lines: [
      `There is a report on your consult ${facts.number}: ${facts.department}, ${facts.hospital}.`,
      'You read it after signing in.',
    ],
    action: { label: 'Read the report', url: links.consult(facts.requestId) },
  }),
};
