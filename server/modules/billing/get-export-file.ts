import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { AppError, forbidden, notFound } from '../../kernel/errors.ts';
import type { Call } from '../../kernel/http.ts';
import type { Input } from '../../kernel/wire.ts';
import type { getExportFile as endpoint } from './contract.ts';
import { checksumOf } from './export-file.ts';
import { mayExport } from './policy.ts';
import { fileNameOf } from './present-batch.ts';

/**
 * The file of a batch as it was closed. Who fetched it, and whose data it holds, is recorded.
 * @throws forbidden; not_found `export_not_found`; unavailable `export_damaged` when its bytes no longer match their checksum
 */
export async function getExportFile(
  deps: Deps,
  actor: Actor,
  { id }: Input<typeof endpoint>,
  call: Call,
): Promise<string> {
  if (!mayExport(actor)) throw forbidden();
  return deps.db.as(actor, async (tx) => {
    const batch = await tx.exportBatch.findUnique({ where: { id } });
    if (!batch) throw notFound('export');
    if (checksumOf(batch.content) !== batch.checksum) throw new AppError('unavailable', 'export_damaged');
    const patients = await tx.$queryRaw<{ id: string }[]>`
      select distinct c.patient_id::text as id from billable_event e
      join billing_case c on c.request_id = e.request_id where e.batch_id = ${id}::uuid`;
    await deps.record(tx, actor, {
      type: 'billing.viewed',
      subject: { kind: 'export_batch', id },
      payload: { number: batch.number, patientIds: patients.map((patient) => patient.id) },
    });
    call.setHeader('Content-Disposition', `attachment; filename="${fileNameOf(batch)}"`);
    // It was written as UTF-8, so the text gives the same bytes again; `ignoreBOM` keeps the mark in it.
    return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(batch.content);
  });
}
