import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { forbidden, invalid, notFound } from '../../../kernel/errors.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import { mayKeepLevels, maySeeQueue } from '../policy.ts';
import type { changeLevel as change, DepartmentLevel, listLevels as list } from '../settings-contract.ts';

const inHospital = { active: true, organisation: { kind: 'hospital', active: true } } as const;

/** Departments with their level and where each raises a request to, by organisation and name. */
export async function listLevels(deps: Deps, actor: Actor): Promise<Reply<typeof list>> {
  if (!mayKeepLevels(actor) && !maySeeQueue(actor)) throw forbidden();
  return deps.db.as(actor, async (tx) => ({ departments: await read(tx) }));
}

/**
 * Sets a department's level and next level.
 * @throws invalid `department_unknown` or `next_level_circular` at `nextDepartmentId`
 */
export async function changeLevel(
  deps: Deps,
  actor: Actor,
  { departmentId, level, nextDepartmentId }: Input<typeof change>,
): Promise<Reply<typeof change>> {
  if (!mayKeepLevels(actor)) throw forbidden();
  return deps.db.as(actor, async (tx) => {
    const before = await read(tx);
    const refuse = (code: string) => invalid(code, { fields: { nextDepartmentId: code } });
    if (!before.some((one) => one.departmentId === departmentId)) throw notFound('department');
    if (nextDepartmentId && !before.some((one) => one.departmentId === nextDepartmentId)) {
      throw refuse('department_unknown');
    }
    if (leadsTo(before, nextDepartmentId, departmentId)) throw refuse('next_level_circular');
    await tx.department.update({ where: { id: departmentId }, data: { level, nextDepartmentId } });
    await deps.record(tx, actor, {
      type: 'department.level_changed',
      subject: { kind: 'department', id: departmentId },
      payload: { level, nextDepartmentId },
    });
    const changed = (await read(tx)).find((one) => one.departmentId === departmentId);
    if (!changed) throw notFound('department');
    return changed;
  });
}

async function read(tx: Tx): Promise<DepartmentLevel[]> {
  const rows = await tx.department.findMany({
    where: inHospital,
    include: { organisation: { select: { name: true } } },
    orderBy: [{ organisation: { name: 'asc' } }, { name: 'asc' }],
  });
  return rows.map(({ id, name, organisation, level, nextDepartmentId }) => ({
    departmentId: id,
    name,
    organisation: organisation.name,
    level,
    nextDepartmentId,
  }));
}

/** Whether going up from `from` comes by `to`. Pure. */
function leadsTo(departments: readonly DepartmentLevel[], from: string | null, to: string): boolean {
  const seen = new Set<string>();
  for (let at = from; at !== null && !seen.has(at); ) {
    if (at === to) return true;
    seen.add(at);
    at = departments.find(({ departmentId }) => departmentId === at)?.nextDepartmentId ?? null;
  }
  return false;
}
