import type { Actor } from '../../../kernel/actor.ts';
import { type Tx, violatedConstraint } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { type AppError, conflict, invalid, notFound } from '../../../kernel/errors.ts';
import type { FreeTime, slotErrors } from '../contract.ts';
import { bookablePractitioners } from '../finding/bookable-practitioners.ts';
import { askerOf, openFreeFinder, presentFreeTime } from '../finding/free-finder.ts';
import { loadCalendars } from '../finding/load-calendars.ts';
import { judgeStart, type StartVerdict } from '../time/availability.ts';
import type { FreeSlot } from '../time/roster.ts';

export type Chosen = { practitionerId: string; startAt: string };
/** As it comes over the wire: of one person, or of whoever of a pool is free. */
export type Named = { practitionerId?: string | undefined; poolId?: string | undefined; startAt: string };

type SlotError = (typeof slotErrors)[number];
type Refused = Extract<StartVerdict, { refused: string }>['refused'];
const codes: Record<Refused, SlotError> = {
  time_past: 'slot_in_past',
  notice_too_short: 'slot_under_notice',
  too_far_ahead: 'slot_beyond_furthest_day',
  // Who is away offers no time; why is nobody's business.
  practitioner_absent: 'slot_outside_roster',
  time_outside_roster: 'slot_outside_roster',
  slot_taken: 'slot_taken',
};

/** Thrown inside the transaction, turned outside of it into the error with the nearest free times. */
const taken = conflict('slot_taken', { fields: { startAt: 'slot_taken' } });

/**
 * The slot that begins at the chosen time, judged inside the caller's transaction.
 * @throws invalid with one of `slotErrors` at `startAt`; notFound `practitioner_not_found`; conflict `slot_taken`,
 * bare: wrap the transaction in {@link offeringNearest}
 */
export async function chooseSlot(tx: Tx, actor: Actor, chosen: Chosen, now: Date): Promise<FreeSlot> {
  const [practitioner] = await bookablePractitioners(tx, { practitionerId: chosen.practitionerId });
  if (!practitioner) throw notFound('practitioner');
  const start = Date.parse(chosen.startAt);
  const range = { start, end: start + 1 };
  const calendars = await loadCalendars(tx, [practitioner.id], range, now);
  const calendar = calendars.get(practitioner.id);
  if (!calendar) throw notFound('practitioner');
  const verdict = judgeStart(calendar, start, {
    range,
    now: now.getTime(),
    asker: await askerOf(tx, actor),
    modalities: ['video'],
  });
  if ('slot' in verdict) return verdict.slot;
  const code = codes[verdict.refused];
  throw code === 'slot_taken' ? taken : invalid(code, { fields: { startAt: code } });
}

/**
 * Runs a transaction that takes a time. Whoever comes second, by the rule or by the exclusion constraint, is told the
 * three nearest free times of the department.
 */
export async function offeringNearest<T>(
  deps: Deps,
  actor: Actor,
  wanted: () => Chosen | null,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const lost = error === taken || violatedConstraint(error) === 'booking_no_overlap';
    const chosen = wanted();
    if (!lost || !chosen) throw error;
    throw await slotTaken(deps, actor, chosen);
  }
}

const day = 86_400_000;

async function slotTaken(deps: Deps, actor: Actor, chosen: Chosen): Promise<AppError> {
  const now = deps.clock.now();
  const start = Date.parse(chosen.startAt);
  const nearest = await deps.db.as(actor, async (tx): Promise<FreeTime[]> => {
    const [asked] = await bookablePractitioners(tx, { practitionerId: chosen.practitionerId });
    if (!asked) return [];
    const team = await bookablePractitioners(tx, { departmentId: asked.department.id });
    const from = Math.max(now.getTime(), start - 7 * day);
    const finder = await openFreeFinder(
      tx,
      actor,
      team.map(({ id }) => id),
      from,
      now,
    );
    const stranger = (slot: FreeSlot) => Number(slot.practitionerId !== chosen.practitionerId);
    return finder
      .within({ start: from, end: start + 21 * day })
      .sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start) || stranger(a) - stranger(b))
      .slice(0, 3)
      .sort((a, b) => a.start - b.start)
      .map(presentFreeTime);
  });
  return conflict('slot_taken', { fields: { startAt: 'slot_taken' }, data: { nearest } });
}
