import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict, forbidden, invalid, notFound } from '../../kernel/errors.ts';
import type { Input } from '../../kernel/wire.ts';
import { changedFields } from './changed-fields.ts';
import { checkPlace, refuseTakenBsnr } from './create-organisation.ts';
import type { changeOrganisation as asked } from './keep-contract.ts';
import { organisationNumbers } from './organisation-numbers.ts';
import { mayKeepDirectory } from './policy.ts';

/**
 * Changes or deactivates an organisation; what it did stays. The administrator's own organisation stays active:
 * somebody must be left who can let people in.
 * @throws not_found; forbidden; invalid; conflict `bsnr_taken`, `own_organisation`
 */
export async function changeOrganisation(deps: Deps, actor: Actor, { id, ...input }: Input<typeof asked>) {
  if (!mayKeepDirectory(actor)) throw forbidden();
  return deps.db.as(actor, async (tx) => {
    const before = await tx.organisation.findUnique({ where: { id } });
    if (!before) throw notFound('organisation');
    const { values, fields, warnings } = organisationNumbers(before.kind, input);
    if (Object.keys(fields).length > 0) throw invalid('invalid_input', { fields });
    if (!input.active && id === actor.organisationId) throw conflict('own_organisation');
    await checkPlace(tx, input.countyAgs);
    await refuseTakenBsnr(tx, values.bsnr, id);
    const after = { ...input, ...values };
    const changed = changedFields(before, after);
    if (changed.length > 0) {
      await tx.organisation.update({ where: { id }, data: after, select: { id: true } });
      await deps.record(tx, actor, {
        type: 'organisation.changed',
        subject: { kind: 'organisation', id },
        payload: { change: 'changed', changed, organisationId: id, active: input.active },
      });
    }
    return { id, warnings };
  });
}
