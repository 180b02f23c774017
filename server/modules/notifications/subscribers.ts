import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { RecordedEvent } from '../../kernel/events.ts';
import type { Subscriber } from '../../kernel/subscriber.ts';
import { EventFacts } from './event-facts.ts';
import { tellOfBooking } from './tell-of-booking.ts';
import { tellOfDuty } from './tell-of-duty.ts';
import { tellOfHelper } from './tell-of-helper.ts';
import { tellOfReport } from './tell-of-report.ts';
import { tellOfSeries } from './tell-of-series.ts';
import { tellOfWaiting } from './tell-of-waiting.ts';

type Tell = (deps: Deps, tx: Tx, event: RecordedEvent, facts: EventFacts) => Promise<void>;

const tellings: Record<string, Tell> = {
  'booking.made': tellOfBooking,
  'booking.moved': tellOfBooking,
  'booking.handed_over': tellOfBooking,
  'booking.cancelled': tellOfBooking,
  'booking.missed': tellOfBooking,
  'series.made': tellOfSeries,
  'waiting.offered': tellOfWaiting,
  'waiting.expired': tellOfWaiting,
  'waiting.revoked': tellOfWaiting,
  'report.finalised': tellOfReport,
  'consultation.helper_invited': tellOfHelper,
  'on_call.gap': tellOfDuty,
  'on_call.swap_offered': tellOfDuty,
  'on_call.swap_answered': tellOfDuty,
  'urgent.alarmed': tellOfDuty,
};

/** Turns what happened into notices, e-mails and reminders: one transaction, so that a repeat tells nothing twice. */
export const notificationsSubscriber: Subscriber = {
  name: 'notifications',
  queue: 'on.notifications',
  types: Object.keys(tellings),
  async handle(deps, event) {
    const tellOf = tellings[event.type];
    const facts = EventFacts.safeParse(event.payload);
    if (tellOf && facts.success) await deps.db.system((tx) => tellOf(deps, tx, event, facts.data));
  },
};
