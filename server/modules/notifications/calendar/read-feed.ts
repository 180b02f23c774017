import { createHash } from 'node:crypto';
import { ICalCalendarMethod } from 'ical-generator';
import type { Actor } from '../../../kernel/actor.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { notFound } from '../../../kernel/errors.ts';
import { addEvent, emptyCalendar } from './calendar-entry.ts';
import { type FeedEvent, feedEvents } from './feed-events.ts';
import { tokenHashOf } from './keep-feed.ts';

export type Feed = { text: string; etag: string; changedAt: Date };

const titles = { de: 'TelKonNet-Termine', en: 'TelKonNet appointments' } as const;
/** How often calendars are asked to look, in seconds. */
const refresh = 15 * 60;

/**
 * The calendar behind a secret address. @throws not_found for an unknown or ended one, and for whoever may no longer
 * sign in; all the same, so that nobody learns whether it ever was one.
 */
export async function readFeed(deps: Deps, token: string): Promise<Feed> {
  const tokenHash = tokenHashOf(token);
  const now = deps.clock.now();
  const owner = await deps.db.system((tx) =>
    tx.calendarFeed.findFirst({
      where: { tokenHash, account: { active: true, organisation: { active: true } } },
      select: { account: { include: { organisation: { select: { kind: true } } } } },
    }),
  );
  if (!owner) throw notFound('calendar');
  const { account } = owner;
  const actor: Actor = {
    accountId: account.id,
    role: account.role,
    displayName: account.displayName,
    organisationId: account.organisationId,
    organisationKind: account.organisation.kind,
    departmentId: account.departmentId,
    practitionerId: account.practitionerId,
  };
  const language = account.locale === 'en' ? 'en' : 'de';
  return deps.db.as(actor, async (tx) => {
    const text = write(deps, language, await feedEvents(tx, actor, language, now));
    const etag = createHash('sha256').update(text).digest('hex');
    const where = { accountId: account.id, tokenHash };
    const before = await tx.calendarFeed.findFirst({ where, select: { etag: true, changedAt: true } });
    const changedAt =
      before?.etag === etag && before.changedAt
        ? before.changedAt
        : laterThan(before?.changedAt ?? null, now);
    await tx.calendarFeed.updateMany({ where, data: { etag, changedAt, fetchedAt: now } });
    return { text, etag, changedAt };
  });
}

/** Last-Modified counts whole seconds: two states never share one. */
function laterThan(before: Date | null, now: Date): Date {
  const second = Math.floor(now.getTime() / 1000) * 1000;
  return new Date(before ? Math.max(second, before.getTime() + 1000) : second);
}

function write(deps: Deps, language: 'de' | 'en', events: readonly FeedEvent[]): string {
  const calendar = emptyCalendar();
  calendar.method(ICalCalendarMethod.PUBLISH).name(titles[language]).ttl(refresh);
  // The stamp is the version's own: the same bookings make the same text.
  for (const event of events)
    addEvent(deps.config, calendar, event, event.changedAt).lastModified(event.changedAt);
  return calendar.toString();
}
