import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import { conflict, notFound } from '../../../kernel/errors.ts';
import { addDays, dateOf, dayBounds, type EpochMs } from '../../../kernel/zoned-time.ts';
import { bookablePractitioners } from '../finding/bookable-practitioners.ts';
import { askerOf } from '../finding/free-finder.ts';
import { loadCalendars } from '../finding/load-calendars.ts';
import { type Judged, judgeSeries } from './judge-series.ts';

const followable = ['planned', 'in_consultation', 'consulted', 'answered'] as const;
const margin = 12 * 86_400_000;
/** No roster lets book further ahead. */
const furthestSeriesDays = 366;

/**
 * The consult that is followed up, of the actor's own organisation.
 * @throws notFound `request_not_found`; conflict `request_state` when it did not come to a consultation
 */
export async function followedRequest(tx: Tx, actor: Actor, id: string) {
  const row = await tx.consultRequest.findFirst({
    where: { id, requesterOrganisationId: actor.organisationId },
    include: { requesterPractitioner: { select: { active: true, organisationId: true } } },
  });
  if (!row) throw notFound('request');
  if (!followable.some((status) => status === row.status)) {
    throw conflict('request_state', { data: { status: row.status } });
  }
  return row;
}

/** The first instant at which no time of a series may begin. */
export const seriesHorizon = (now: Date): EpochMs =>
  dayBounds(addDays(dateOf(now.getTime()), furthestSeriesDays)).start;

/** Judges starts of one practitioner with everything that the database knows now. @throws notFound `practitioner_not_found` */
export async function judgeInDatabase(
  tx: Tx,
  actor: Actor,
  of: { practitionerId: string; everyWeeks: number; starts: readonly EpochMs[] },
  now: Date,
): Promise<{ judged: Judged[]; slotMinutes: number }> {
  const [practitioner] = await bookablePractitioners(tx, { practitionerId: of.practitionerId });
  if (!practitioner) throw notFound('practitioner');
  const range = { start: Math.min(...of.starts) - margin, end: Math.max(...of.starts) + margin };
  const calendar = (await loadCalendars(tx, [practitioner.id], range, now)).get(practitioner.id);
  if (!calendar) throw notFound('practitioner');
  const asked = { now: now.getTime(), asker: await askerOf(tx, actor), everyWeeks: of.everyWeeks };
  return {
    judged: judgeSeries(calendar, of.starts, asked),
    slotMinutes: calendar.rosters[0]?.slotMinutes ?? 20,
  };
}
