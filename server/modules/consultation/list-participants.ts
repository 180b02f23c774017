import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import type { listParticipants as endpoint, RoomPerson } from './contract.ts';
import { ownConsultation } from './own-consultation.ts';

/** People at work and guests; names of patients are no part of it, but where a patient is the guest. */
export async function listParticipants(
  deps: Deps,
  actor: Actor,
  { id }: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  return deps.db.as(actor, async (tx) => {
    await ownConsultation(tx, actor, id);
    const people = await tx.$queryRaw<RoomPerson[]>`
      select p.id::text as id, p.display_name as name, p.role, null as guest, o.name as organisation, s.side::text as side
      from participation s join person p on p.id = s.account_id join organisation o on o.id = p.organisation_id
      where s.consultation_id = ${id}::uuid
      union
      select g.id::text, g.name, null, g.kind::text, o.name, g.side::text
      from guest_stay s join consultation_guest g on g.id = s.guest_id
      join person p on p.id = g.invited_by_id join organisation o on o.id = p.organisation_id
      where s.consultation_id = ${id}::uuid order by name`;
    return { people };
  });
}
