/** Browsers that ring for urgent requests while no window is open. */
import { z } from 'zod';
import { endpoint } from '../../kernel/wire.ts';

const Key = z.string().regex(/^[\w-]{16,200}=*$/, 'invalid_format');
const Endpoint = z.url().max(1_000);

export const getPushKey = endpoint({
  method: 'get',
  path: '/api/push',
  summary:
    'The public key of this network for push services, and how many devices ring for the signed-in person',
  reply: z.object({ publicKey: z.string(), devices: z.int() }),
});

export const addPushDevice = endpoint({
  method: 'post',
  path: '/api/push',
  summary: 'Let this browser ring (what `PushSubscription.toJSON()` gives)',
  body: z.object({ endpoint: Endpoint, keys: z.object({ p256dh: Key, auth: Key }) }),
  reply: z.object({ devices: z.int() }),
  errors: ['push_service_unknown', 'too_many_devices'],
});

export const removePushDevice = endpoint({
  method: 'post',
  path: '/api/push/remove',
  summary: 'This browser rings no more',
  body: z.object({ endpoint: Endpoint }),
  reply: z.object({ devices: z.int() }),
  status: 200,
});

/** What a push carries, encrypted for the one browser: no patient. */
export const PushMessage = z.object({
  kind: z.enum(['ring', 'stop']),
  requestId: z.string(),
  title: z.string(),
  body: z.string(),
});
export type PushMessage = z.infer<typeof PushMessage>;
