import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { RecordedEvent } from '../../kernel/events.ts';
import { accountsOf, type Concerned, concernedBy, peopleOf } from './concerned.ts';
import type { NotificationKind } from './contract.ts';
import type { EventFacts } from './event-facts.ts';
import { reconcileInvitations } from './invite.ts';
import { scheduleReminders } from './schedule-reminders.ts';
import { tell } from './tell.ts';

/** After these the booking has a time of its own that people must be reminded of. */
const reminded = ['booking.made', 'booking.moved', 'booking.handed_over'];

/** Notices to everyone concerned but the one who did it, calendar entries for all, reminders for later. */
export async function tellOfBooking(
  deps: Deps,
  tx: Tx,
  event: RecordedEvent,
  facts: EventFacts,
): Promise<void> {
  const bookingId = event.subjectId;
  const of = {
    bookingId,
    requestId: event.requestId,
    cause: `event:${event.id}`,
    subject: 'bookings',
  } as const;
  const { startAt, fromStartAt, reason } = facts;
  const data = {
    ...(startAt && { startAt }),
    ...(fromStartAt && { fromStartAt }),
    ...(reason && { reason }),
  };
  for (const [kind, accountIds] of await newsFor(tx, event, facts)) {
    const others = accountIds.filter((id) => id !== event.actorAccountId);
    await tell(deps, tx, others, { ...of, kind, data });
  }
  await reconcileInvitations(deps, tx, bookingId);
  if (reminded.includes(event.type)) await scheduleReminders(deps, tx, bookingId);
}

type News = [kind: NotificationKind, accountIds: string[]][];

async function newsFor(tx: Tx, event: RecordedEvent, facts: EventFacts): Promise<News> {
  const concerned = await concernedBy(tx, event.subjectId);
  const all = idsOf(concerned);
  switch (event.type) {
    case 'booking.made':
      // Of a series one is told once.
      return facts.seriesId ? [] : [['booking_made', all]];
    case 'booking.moved': {
      const former = await formerOf(tx, facts);
      const [stayed, came] = former.length === 0 ? [all, []] : apart(concerned);
      return [
        ['booking_moved', [...stayed, ...(await coordinatorsOf(tx, facts))]],
        ['booking_received', came],
        ['booking_given', former],
      ];
    }
    case 'booking.handed_over':
      return [
        ['booking_reassigned', idsOf(concerned, 'requester')],
        ['booking_received', idsOf(concerned, 'provider')],
        ['booking_given', await formerOf(tx, facts)],
      ];
    case 'booking.cancelled':
      return [['booking_cancelled', [...all, ...(await coordinatorsOf(tx, facts))]]];
    case 'booking.missed':
      return [['booking_missed', all]];
    default:
      return [];
  }
}

const idsOf = (concerned: readonly Concerned[], side?: Concerned['side']): string[] =>
  concerned.filter((one) => !side || one.side === side).map(({ accountId }) => accountId);

/** Who stays with a moved booking (the practice), and who got it with its new time. */
const apart = (concerned: readonly Concerned[]) =>
  [idsOf(concerned, 'requester'), idsOf(concerned, 'provider')] as const;

/** Who had it before, when that was somebody else. */
async function formerOf(
  tx: Tx,
  { fromPractitionerId, practitionerId, departmentId }: EventFacts,
): Promise<string[]> {
  if (!fromPractitionerId || !departmentId || fromPractitionerId === practitionerId) return [];
  return accountsOf(tx, fromPractitionerId, departmentId);
}

/** What a practice changes in the department's plan is the coordinator's to know. */
async function coordinatorsOf(tx: Tx, { departmentId, side }: EventFacts): Promise<string[]> {
  return departmentId && side === 'requester' ? peopleOf(tx, { departmentId }, ['coordinator']) : [];
}
