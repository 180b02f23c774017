import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { forbidden } from '../../kernel/errors.ts';
import type { Reply } from '../../kernel/wire.ts';
import type { getUrgentOptions as endpoint } from './contract.ts';
import { mayRaise, maySeeQueue } from './policy.ts';
import { defaultSpecialty, urgentDepartments } from './urgent-routing.ts';

/** What asking and passing on can choose from; names no patient. */
export async function getUrgentOptions(deps: Deps, actor: Actor): Promise<Reply<typeof endpoint>> {
  if (!mayRaise(actor) && !maySeeQueue(actor)) throw forbidden();
  return deps.db.as(actor, async (tx) => {
    const departments = await urgentDepartments(tx, deps.clock.now());
    const own = await tx.organisation.findUniqueOrThrow({
      where: { id: actor.organisationId },
      select: { phone: true },
    });
    return {
      callbackPhone: own.phone,
      defaultSpecialty:
        departments.find((one) => one.specialtyCode === defaultSpecialty)?.specialtyCode ?? null,
      specialties: departments.map(({ specialtyCode, nameDe, nameEn, id, name, phone, onCall }) => ({
        code: specialtyCode,
        nameDe,
        nameEn,
        department: { id, name, phone },
        onCall,
      })),
    };
  });
}
