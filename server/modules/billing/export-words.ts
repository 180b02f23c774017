/** German of the exported file: it is read in German offices whatever language the screens show. */
import type { BillingCase } from './billing-case.ts';
import type { Remark } from './reasons.ts';
import type { Side } from './tariffs/tariff.ts';

export const sideWords: Record<Side, string> = { requester: 'anfragend', provider: 'konsiliarisch' };

export const tariffWords: Record<string, string> = { EBM: 'EBM', project: 'Projekt' };

/** With the code in front, so that a spreadsheet, which takes `01670` for 1670, shows it whole once. */
export const serviceWords = (code: string): string => {
  const words = services[code];
  return words ? `${code} ${words}` : code;
};
const services: Record<string, string> = {
  '01670': 'Einholung eines Telekonsils',
  '01671': 'Telekonsiliarische Beurteilung',
  '01672': 'Zuschlag zur 01671 je weitere 5 Minuten',
  'P-HEIM-EIL': 'Dringende Videosprechstunde für ein Pflegeheim, pauschal',
};

export const remarkWords: Record<Remark, string> = {
  consent_presumed: 'mutmaßliche Einwilligung',
  continued_by_phone: 'telefonisch fortgesetzt, nur Videozeit gezählt',
  contact_in_quarter_unconfirmed: 'Arzt-Patienten-Kontakt im Quartal nicht belegt',
  precondition_unconfirmed: 'fachfremde oder besonders komplexe Frage nicht belegt',
  channel_unconfirmed: 'Bericht über die Plattform übermittelt, nicht über KIM',
  amount_not_agreed: 'Betrag nicht vereinbart',
};

const givers = {
  patient: 'Patientin/Patient',
  guardian: 'rechtliche Betreuung',
  representative: 'bevollmächtigte Person',
  presumed: 'mutmaßlicher Wille',
};
const forms = { written: 'schriftlich', verbal: 'mündlich', electronic: 'elektronisch' };

/** Proof of consent: by whom, how, when. */
export function consentWords(
  { consentGiver, consentForm, consentRecordedAt }: BillingCase,
  dayOf: (at: Date) => string,
): string {
  if (!consentGiver || !consentForm || !consentRecordedAt) return '';
  return `${givers[consentGiver]}, ${forms[consentForm]}, ${dayOf(consentRecordedAt)}`;
}
