import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { forbidden, notFound } from '../../kernel/errors.ts';
import type { Call } from '../../kernel/http.ts';
import { once } from '../../kernel/idempotency.ts';
import type { Input } from '../../kernel/wire.ts';
import type * as contract from './keep-contract.ts';
import { mayKeepDirectory } from './policy.ts';
import { restorePractitioner, storePractitioner } from './practitioner-rows.ts';

/** Adds a physician who does not sign in. @throws forbidden; not_found; invalid; conflict */
export async function createPractitioner(
  deps: Deps,
  actor: Actor,
  input: Input<typeof contract.createPractitioner>,
  call: Call,
) {
  if (!mayKeepDirectory(actor)) throw forbidden();
  const { id, departmentId, ...fields } = input;
  return deps.db.as(actor, (tx) =>
    once(tx, actor, call, input, async () => {
      const organisation = await tx.organisation.findUnique({
        where: { id },
        select: { id: true, kind: true },
      });
      if (!organisation) throw notFound('organisation');
      const row = { ...fields, departmentId: departmentId ?? null, active: true };
      return storePractitioner(deps, tx, actor, organisation, row);
    }),
  );
}

/** Changes or deactivates a physician. @throws forbidden; not_found; invalid; conflict */
export async function changePractitioner(
  deps: Deps,
  actor: Actor,
  { id, departmentId, ...fields }: Input<typeof contract.changePractitioner>,
) {
  if (!mayKeepDirectory(actor)) throw forbidden();
  return deps.db.as(actor, (tx) =>
    restorePractitioner(deps, tx, actor, id, { ...fields, departmentId: departmentId ?? null }),
  );
}
