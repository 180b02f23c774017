import { stringify } from 'csv-stringify/sync';
import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { forbidden, invalid } from '../../kernel/errors.ts';
import type { Call } from '../../kernel/http.ts';
import type { Input } from '../../kernel/wire.ts';
import { dateOf } from '../../kernel/zoned-time.ts';
import type { exportEvents as asked } from './contract.ts';
import { type EventRow, presentDetails, readEvents } from './event-rows.ts';
import { askedFor, conditions } from './filter.ts';
import { mayReadAudit } from './policy.ts';

/** Rows of one file; more is asked for by shorter periods. */
const mostRows = 50_000;

/** The events of a search as CSV, oldest first. @throws forbidden; invalid `export_too_large` */
export async function exportEvents(deps: Deps, actor: Actor, filter: Input<typeof asked>, call: Call) {
  if (!mayReadAudit(actor)) throw forbidden();
  const rows = await deps.db.as(actor, async (tx) => {
    const { where, patient } = await conditions(tx, filter);
    const found = await readEvents(tx, where, 'oldest', mostRows + 1);
    if (found.length > mostRows) throw invalid('export_too_large', { data: { mostRows } });
    await deps.record(tx, actor, {
      type: 'audit.viewed',
      subject: { kind: 'audit', id: 'export' },
      ...(patient ? { patientId: patient.id } : {}),
      payload: { ...askedFor(filter), count: found.length },
    });
    return found;
  });
  const day = dateOf(deps.clock.now().getTime());
  call.setHeader('Content-Disposition', `attachment; filename="protokoll-${day}.csv"`);
  // With a byte order mark and semicolons German spreadsheets open it as it is; formulas are made harmless.
  return stringify(rows.map(toRecord), { header: true, delimiter: ';', bom: true, escape_formulas: true });
}

const toRecord = (row: EventRow) => ({
  id: String(row.id),
  at: row.at.toISOString(),
  type: row.type,
  account_id: row.actor_account_id ?? '',
  account: row.display_name ?? '',
  role: row.actor_role ?? '',
  organisation: row.organisation ?? '',
  subject_kind: row.subject_kind,
  subject_id: row.subject_id,
  patient: row.patient_number === null ? '' : `P-${String(row.patient_number).padStart(6, '0')}`,
  request: row.request_number === null ? '' : `K-${String(row.request_number).padStart(6, '0')}`,
  details: JSON.stringify(presentDetails(row.payload)),
  sealed: row.sealed ? 'yes' : 'no',
});
