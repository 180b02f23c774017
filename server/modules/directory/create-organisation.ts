import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict, forbidden, invalid } from '../../kernel/errors.ts';
import type { Call } from '../../kernel/http.ts';
import { once } from '../../kernel/idempotency.ts';
import { serialise } from '../../kernel/lock.ts';
import type { Input } from '../../kernel/wire.ts';
import type { createOrganisation as asked } from './keep-contract.ts';
import { organisationNumbers } from './organisation-numbers.ts';
import { mayKeepDirectory } from './policy.ts';

/** Takes an organisation into the network. @throws forbidden; invalid; conflict `bsnr_taken` */
export async function createOrganisation(
  deps: Deps,
  actor: Actor,
  { kind, ...input }: Input<typeof asked>,
  call: Call,
) {
  if (!mayKeepDirectory(actor)) throw forbidden();
  const { values, fields, warnings } = organisationNumbers(kind, input);
  if (Object.keys(fields).length > 0) throw invalid('invalid_input', { fields });
  return deps.db.as(actor, (tx) =>
    once(tx, actor, call, { kind, ...input }, async () => {
      await checkPlace(tx, input.countyAgs);
      await refuseTakenBsnr(tx, values.bsnr, null);
      const { id } = await tx.organisation.create({
        data: { ...input, ...values, kind },
        select: { id: true },
      });
      await deps.record(tx, actor, {
        type: 'organisation.changed',
        subject: { kind: 'organisation', id },
        payload: { change: 'created', kind, organisationId: id },
      });
      return { id, warnings };
    }),
  );
}

/** @throws invalid when the county is none of the region */
export async function checkPlace(tx: Tx, ags: string): Promise<void> {
  const county = await tx.county.findUnique({ where: { ags } });
  if (!county) throw invalid('invalid_input', { fields: { countyAgs: 'county_unknown' } });
}

/** A practice site number belongs to one organisation. @throws conflict `bsnr_taken` */
export async function refuseTakenBsnr(tx: Tx, bsnr: string | null, except: string | null): Promise<void> {
  if (!bsnr) return;
  // Of two who give it at the same moment the second sees the first one's.
  await serialise(tx, `bsnr:${bsnr}`);
  const holder = await tx.organisation.findUnique({ where: { bsnr }, select: { id: true } });
  if (holder && holder.id !== except) throw conflict('bsnr_taken', { fields: { bsnr: 'bsnr_taken' } });
}
