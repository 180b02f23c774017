import { buildPushPayload } from '@block65/webcrypto-web-push';
import type { Deps } from '../../../kernel/deps.ts';
import type { PushMessage } from '../push-contract.ts';
import type { PushKeys } from './push-key.ts';

export type Device = { id: string; endpoint: string; p256dh: string; auth: string };

const patienceMs = 5_000;
/** A ring that arrives later than this helps nobody, in seconds. */
const ringLives = 60;

/**
 * Hands one message to a push service, encrypted for the browser (RFC 8291) and signed (RFC 8292).
 * @returns `gone` when the service knows the browser no more; `failed` is logged without address
 */
export async function sendPush(
  deps: Deps,
  keys: PushKeys,
  device: Device,
  message: PushMessage,
): Promise<'sent' | 'gone' | 'failed'> {
  try {
    const { endpoint, p256dh, auth } = device;
    const { method, headers, body } = await buildPushPayload(
      {
        data: message,
        // One that is not delivered yet is replaced by the next of the same request.
        options: { ttl: ringLives, urgency: 'high', topic: message.requestId.replaceAll('-', '') },
      },
      { endpoint, expirationTime: null, keys: { p256dh, auth } },
      { ...keys, subject: deps.config.publicUrl ?? 'https://telkonnet.example' },
    );
    const answer = await fetch(endpoint, {
      method,
      headers,
      body,
      // A push service never points elsewhere.
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    if (answer.ok) return 'sent';
    if (answer.status === 404 || answer.status === 410) return 'gone';
    deps.log.warn({ deviceId: device.id, status: answer.status }, 'a push was refused');
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown';
    deps.log.warn({ deviceId: device.id, err: { type: name } }, 'a push service did not answer');
  }
  return 'failed';
}
