import { z } from 'zod';
import type { Deps } from '../../../kernel/deps.ts';
import type { RecordedEvent } from '../../../kernel/events.ts';
import { sql } from '../../../kernel/statement.ts';
import type { Subscriber } from '../../../kernel/subscriber.ts';
import type { PushMessage } from '../push-contract.ts';
import { pushKeys } from './push-key.ts';
import { ringMessage, stopMessage } from './push-words.ts';
import { type Device, sendPush } from './send-push.ts';

const Payload = z.object({
  rung: z.array(z.string()).default([]),
  stopped: z.array(z.string()).default([]),
  urgency: z.enum(['immediate', 'urgent', 'today']).default('urgent'),
});
type Row = Device & { accountId: string; locale: string; ringing: boolean };

/** Rings the browsers of whom a request rings, and stills them when it no longer does. */
export const pushSubscriber: Subscriber = {
  name: 'push',
  queue: 'on.push',
  types: [
    'urgent.rung',
    'urgent.lost',
    'urgent.declined',
    'urgent.postponed',
    'urgent.claimed',
    'urgent.withdrawn',
    'urgent.passed',
    'urgent.helper_invited',
  ],
  handle: tellDevices,
};

async function tellDevices(deps: Deps, event: RecordedEvent): Promise<void> {
  const parsed = Payload.safeParse(event.payload);
  const { requestId } = event;
  if (!requestId || !parsed.success) return;
  const { rung, stopped, urgency } = parsed.data;
  // Most have no device: looked up first, and by one statement.
  const devices = await deps.db.look<Row>(
    sql`select d.id, d.account_id as "accountId", d.endpoint, d.p256dh, d.auth, a.locale,
        exists (
          select 1 from urgent_ring g
          where g.request_id = ${requestId} and g.account_id = d.account_id and g.ended_at is null
        ) as ringing
      from push_device d join account a on a.id = d.account_id and a.active
      where d.account_id = any(${[...rung, ...stopped]}::uuid[])`,
  );
  if (devices.length === 0) return;
  const found = await deps.db.system(async (tx) => {
    const [about] = await tx.$queryRaw<{ department: string; requester: string }[]>`
      select d.name as department, o.name as requester from consult_request r
      join department d on d.id = r.provider_department_id
      join organisation o on o.id = r.requester_organisation_id where r.id = ${requestId}::uuid`;
    return about ? { about, keys: await pushKeys(tx) } : null;
  });
  if (!found) return;
  // As it is by now: a job may come late, and somebody may have claimed meanwhile.
  const messageFor = ({ ringing, locale }: Row): PushMessage =>
    ringing ? ringMessage(locale, { requestId, urgency, ...found.about }) : stopMessage(locale, requestId);
  const gone = await Promise.all(
    devices.map(async (device) =>
      (await sendPush(deps, found.keys, device, messageFor(device))) === 'gone' ? [device.id] : [],
    ),
  );
  const ids = gone.flat();
  if (ids.length > 0) await deps.db.system((tx) => tx.pushDevice.deleteMany({ where: { id: { in: ids } } }));
}
