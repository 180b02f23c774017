import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import { conflict, forbidden } from '../../kernel/errors.ts';
import { type RequestRow, requestForActor } from '../requests/index.ts';
import { mayWrite, writesReports } from './policy.ts';
import type { ReportRow } from './present.ts';

/**
 * The request whose report the actor may write now, with its versions, newest first.
 * @throws notFound `request_not_found`; forbidden for who only reads; conflict `report_closed` when it is too early or
 * the request was called off
 */
export async function writableRequest(
  tx: Tx,
  actor: Actor,
  requestId: string,
): Promise<{ request: RequestRow; versions: ReportRow[] }> {
  const { row, side } = await requestForActor(tx, actor, requestId);
  if (!writesReports(actor, side)) throw forbidden();
  if (!mayWrite(actor, side, row.status)) throw conflict('report_closed', { data: { status: row.status } });
  const versions = await tx.report.findMany({ where: { requestId }, orderBy: { version: 'desc' } });
  return { request: row, versions };
}
