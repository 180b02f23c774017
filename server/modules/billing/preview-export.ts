import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { forbidden } from '../../kernel/errors.ts';
import { sum } from '../../kernel/money.ts';
import type { Input } from '../../kernel/wire.ts';
import { recordPatientsSeen } from '../patients/index.ts';
import type { ExportPreview, previewExport as endpoint, Sum } from './contract.ts';
import { type ExportRow, exportHeaders, exportLines } from './export-lines.ts';
import { exportable, exportRows, nextNumber } from './export-rows.ts';
import { mayExport } from './policy.ts';

/** Lines of the file that the preview shows. */
const shown = 8;

/** What an export of the quarter would hold now. @throws forbidden */
export async function previewExport(
  deps: Deps,
  actor: Actor,
  { quarter }: Input<typeof endpoint>,
): Promise<ExportPreview> {
  if (!mayExport(actor)) throw forbidden();
  return deps.db.as(actor, async (tx) => {
    const rows = await exportRows(tx, exportable(quarter));
    const number = await nextNumber(tx);
    const first = rows.slice(0, shown);
    const seen = first.map(({ patientId }) => patientId);
    await recordPatientsSeen(deps, tx, actor, 'billing-preview', seen);
    return {
      rows: rows.length,
      sumCents: centsOf(rows),
      number,
      codes: codesOf(rows),
      organisations: organisationsOf(rows),
      remarks: remarksOf(rows),
      incomplete: await incompleteOf(tx, quarter),
      columns: exportHeaders,
      lines: exportLines(first, number),
    };
  });
}

const centsOf = (rows: readonly ExportRow[]) => sum(rows.map(({ amountCents }) => amountCents));

const grouped = (rows: readonly ExportRow[], keyOf: (row: ExportRow) => string) => [
  ...Map.groupBy(rows, keyOf).values(),
];

const codesOf = (rows: readonly ExportRow[]): ExportPreview['codes'] =>
  grouped(rows, ({ tariff, code }) => `${tariff} ${code}`)
    .flatMap((group) =>
      group.slice(0, 1).map(({ tariff, code }) => ({
        tariff: tariff === 'project' ? ('project' as const) : ('EBM' as const),
        code,
        quantity: group.reduce((all, { quantity }) => all + quantity, 0),
        cents: centsOf(group),
      })),
    )
    .sort((a, b) => (a.code < b.code ? -1 : 1));

const paidName = ({ side, requesterName, providerName }: ExportRow) =>
  side === 'requester' ? requesterName : providerName;

const organisationsOf = (rows: readonly ExportRow[]): ExportPreview['organisations'] =>
  grouped(rows, ({ side, requesterId, providerId }) => (side === 'requester' ? requesterId : providerId))
    .flatMap((group) =>
      group.slice(0, 1).map((row) => ({ name: paidName(row), events: group.length, cents: centsOf(group) })),
    )
    .sort((a, b) => b.cents - a.cents);

function remarksOf(rows: readonly ExportRow[]): ExportPreview['remarks'] {
  const byReason = Map.groupBy(
    rows.flatMap(({ reasons }) => reasons),
    (reason) => reason,
  );
  return [...byReason]
    .map(([reason, all]) => ({ reason, events: all.length }))
    .sort((a, b) => b.events - a.events);
}

async function incompleteOf(tx: Tx, quarter: string): Promise<Sum> {
  const { _count, _sum } = await tx.billableEvent.aggregate({
    where: { quarter, status: 'incomplete' },
    _count: true,
    _sum: { amountCents: true },
  });
  return { events: _count, cents: _sum.amountCents ?? 0 };
}
