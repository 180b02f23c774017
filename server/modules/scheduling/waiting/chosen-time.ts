import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { invalid } from '../../../kernel/errors.ts';
import type { Input } from '../../../kernel/wire.ts';
import { refusal } from '../booking/choose-slot.ts';
import { heldTime, holdExpired, namedIn, type Times } from '../booking/held-time.ts';
import { timesOf } from '../booking/hold-time.ts';
import { judgeTime, otherDepartment, practiceView } from '../booking/judge-time.ts';
import type { Place } from '../booking/new-place.ts';
import { coordinates } from '../policy.ts';
import type { placeWaiting as endpoint } from '../waiting-contract.ts';

export type Placed = Place & { holdId: string | null };
type Placing = Input<typeof endpoint>;

/**
 * The time that is booked for an entry: one that the actor holds, or a named one, by the practice's rules or as the
 * department's own. A coordinator gets what is taken or outside the roster too, marked with the reason.
 * @throws conflict `hold_expired`; invalid `choose_one`, `other_department`; one of `slotErrors`, see `refusal`
 */
export async function chosenTime(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  specialtyCode: string,
  input: Placing,
): Promise<Placed> {
  const held = await heldTime(tx, actor, input.holdId, deps.clock.now());
  if (held) {
    await sameSpecialty(tx, held.times.departmentId, specialtyCode);
    return { times: held.times, overbookReason: null, holdId: held.id };
  }
  const named = namedIn(input);
  if (!named) throw input.holdId ? holdExpired() : chooseOne();
  const own = coordinates(actor) ? { asker: null, departmentId: actor.departmentId } : null;
  const verdict = await judgeTime(deps, tx, actor, named, own ?? practiceView(actor));
  if ('slot' in verdict) {
    await sameSpecialty(tx, verdict.slot.departmentId, specialtyCode);
    return { times: timesOf(verdict.slot), overbookReason: null, holdId: null };
  }
  if (!own || !input.overbook || verdict.refused === 'slot_in_past') {
    throw refusal(verdict.refused, own !== null);
  }
  // "Whoever is free" and "although nobody is" do not go together.
  if (!named.practitionerId) throw chooseOne();
  const times = await besideTheRoster(tx, own.departmentId, named.practitionerId, new Date(named.startAt));
  return { times, overbookReason: input.overbook.reason, holdId: null };
}

const chooseOne = () => invalid('choose_one', { fields: { practitionerId: 'choose_one' } });

async function sameSpecialty(tx: Tx, departmentId: string, specialtyCode: string): Promise<void> {
  const department = await tx.department.findUnique({
    where: { id: departmentId },
    select: { specialtyCode: true },
  });
  if (department?.specialtyCode !== specialtyCode) throw otherDepartment();
}

const usualMinutes = 20;

/** As long as the department's times usually are, with no buffers: what lies beside it is taken in any case. */
async function besideTheRoster(
  tx: Tx,
  departmentId: string,
  practitionerId: string,
  startAt: Date,
): Promise<Times> {
  const roster = await tx.roster.findFirst({
    where: {
      departmentId,
      modality: 'video',
      OR: [{ practitionerId }, { pool: { members: { some: { practitionerId } } } }],
    },
    select: { slotMinutes: true },
    orderBy: [{ weekday: 'asc' }, { fromTime: 'asc' }],
  });
  const endAt = new Date(startAt.getTime() + (roster?.slotMinutes ?? usualMinutes) * 60_000);
  return {
    practitionerId,
    departmentId,
    poolId: null,
    modality: 'video',
    startAt,
    endAt,
    blockedFrom: startAt,
    blockedUntil: endAt,
  };
}
