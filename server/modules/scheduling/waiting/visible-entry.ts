import type { Actor } from '../../../kernel/actor.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { notFound } from '../../../kernel/errors.ts';

/** An entry that row-level security shows to the actor: of the own practice, or one that the own department could serve. */
export async function visibleEntry(deps: Deps, actor: Actor, id: string): Promise<{ specialtyCode: string }> {
  const entry = await deps.db.as(actor, (tx) =>
    tx.waitingEntry.findUnique({ where: { id }, select: { specialtyCode: true } }),
  );
  if (!entry) throw notFound('waiting');
  return entry;
}
