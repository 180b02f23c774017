import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { forbidden } from '../../kernel/errors.ts';
import type { Input, Role } from '../../kernel/wire.ts';
import type { listAuditPeople as asked } from './contract.ts';
import { mayReadAudit } from './policy.ts';

type Row = { id: string; display_name: string; role: Role; organisation: string; active: boolean };

/** People to search the log by, former ones too. @throws forbidden */
export async function listAuditPeople(deps: Deps, actor: Actor, { text }: Input<typeof asked>) {
  if (!mayReadAudit(actor)) throw forbidden();
  const rows = await deps.db.as(
    actor,
    (tx) => tx.$queryRaw<Row[]>`
      select p.id, p.display_name, p.role, o.name as organisation, p.active
      from person p join organisation o on o.id = p.organisation_id
      where position(lower(${text}) in lower(p.display_name || ' ' || o.name)) > 0
      order by p.active desc, p.display_name limit 30`,
  );
  return { people: rows.map(({ display_name, ...row }) => ({ ...row, displayName: display_name })) };
}
