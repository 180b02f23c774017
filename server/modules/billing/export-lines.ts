import { decimal } from '../../kernel/money.ts';
import { wallClock } from '../../kernel/zoned-time.ts';
import { diagnosesOf } from '../requests/index.ts';
import type { BillingCase } from './billing-case.ts';
import { consentWords, remarkWords, serviceWords, sideWords, tariffWords } from './export-words.ts';
import { type Remark, remarks } from './reasons.ts';
import { tariffsWith } from './tariffs/default-tariffs.ts';
import type { Side } from './tariffs/tariff.ts';

/** A billable event with the facts that prove it. */
export type ExportRow = BillingCase & {
  id: string;
  side: Side;
  tariff: string;
  code: string;
  tariffVersion: string;
  quarter: string;
  occurredAt: Date;
  quantity: number;
  points: number | null;
  amountCents: number;
  reasons: string[];
};

type Column = [header: string, cell: (row: ExportRow, batch: number, line: number) => string | number | null];

const clock = (at: Date) => wallClock(at.getTime());
const germanDay = (day: string) => day.split('-').reverse().join('.');
const dayOf = (at: Date) => germanDay(clock(at).date);

// The columns of a proof of service; every line stands for itself, so that a part of the file proves as much as the whole.
const columns: readonly Column[] = [
  ['Leistungsnachweis', (_row, batch) => batch],
  ['Quartal', ({ quarter }) => quarter],
  ['Zeile', (_row, _batch, line) => line],
  ['Konsil', ({ number }) => `K-${String(number).padStart(6, '0')}`],
  ['KVNR', ({ kvnr }) => kvnr],
  ['Geburtsdatum', ({ birthDate }) => germanDay(birthDate.toISOString().slice(0, 10))],
  ['Versicherung', ({ insuranceKind }) => insuranceKind],
  ['Kostenträger', ({ payerName }) => payerName],
  ['Kostenträger-IK', ({ payerIk }) => payerIk],
  ['Diagnosen (ICD-10-GM)', diagnoses],
  ['Tarif', ({ tariff }) => tariffWords[tariff] ?? tariff],
  ['GOP', ({ code }) => code],
  ['Leistung', ({ code }) => serviceWords(code)],
  ['Datum', ({ occurredAt }) => dayOf(occurredAt)],
  ['Uhrzeit', ({ occurredAt }) => clock(occurredAt).time],
  ['Dauer (volle Minuten)', ({ presentSeconds }) => presentSeconds && Math.floor(presentSeconds / 60)],
  ['Anzahl', ({ quantity }) => quantity],
  ['Punkte je Leistung', ({ points }) => points],
  ['Orientierungswert (Cent)', pointValue],
  ['Betrag (EUR)', ({ amountCents }) => decimal(amountCents, ',')],
  ['Abrechnende Seite', ({ side }) => sideWords[side]],
  ['Anfragende Einrichtung', ({ requesterName }) => requesterName],
  ['Anfragend LANR', ({ requesterLanr }) => requesterLanr],
  ['Anfragend BSNR', ({ requesterBsnr }) => requesterBsnr],
  ['Anfragend IK', ({ requesterIk }) => requesterIk],
  ['Konsiliarische Einrichtung', ({ providerName }) => providerName],
  ['Konsiliarisch LANR', ({ providerLanr }) => providerLanr],
  ['Konsiliarisch BSNR', ({ providerBsnr }) => providerBsnr],
  ['Konsiliarisch IK', ({ providerIk }) => providerIk],
  ['Einwilligung', (row) => consentWords(row, dayOf)],
  ['Bericht abgeschlossen', ({ reportFinalisedAt: at }) => at && `${dayOf(at)} ${clock(at).time}`],
  ['Bericht übermittelt', ({ reportFinalisedAt }) => reportFinalisedAt && 'Plattform'],
  ['Hinweise', ({ reasons }) => reasons.map(wordsOf).join(', ')],
  ['Tarifstand', ({ tariffVersion }) => tariffVersion],
];

export const exportHeaders: string[] = columns.map(([header]) => header);

/** The file's lines as text, in the order of the rows. @param batch number of the export batch */
export const exportLines = (rows: readonly ExportRow[], batch: number): string[][] =>
  rows.map((row, index) => columns.map(([, cell]) => String(cell(row, batch, index + 1) ?? '')));

/** `I48.0 G, M17.1 V R`: code, certainty, side of the body. */
function diagnoses(row: ExportRow): string {
  return diagnosesOf(row.diagnoses)
    .map(({ code, certainty, side }) => [code, certainty, side].filter(Boolean).join(' '))
    .join(', ');
}

/** Cents as published for the year of service; items without points have none. */
function pointValue({ points, occurredAt }: ExportRow): string | null {
  if (points === null) return null;
  const year = Number(clock(occurredAt).date.slice(0, 4));
  return (
    tariffsWith()
      .pointValues.find((one) => one.year === year)
      ?.cents.replace('.', ',') ?? null
  );
}

function wordsOf(reason: string): string {
  const known = remarks.find((one): one is Remark => one === reason);
  return known ? remarkWords[known] : reason;
}
