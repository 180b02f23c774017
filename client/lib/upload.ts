import type { Endpoint, Given, Reply } from '../../server/kernel/wire.ts';
import { address } from './call.ts';
import { CallError, refusal } from './call-error.ts';
import { csrfToken, sessionRefused } from './session-store.ts';

type Upload = {
  content: Blob;
  /** Repeats of one upload carry the same key, so that it is kept once. */
  key: string;
  /** Told the share that has gone out, 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
};

/**
 * Sends a file and tells how far it is, which `fetch` does not. There is no time limit: a weak line takes long, and
 * the person sees that it moves.
 * @throws CallError; `network_lost` also when it was given up by `signal`
 */
export async function upload<E extends Endpoint>(
  endpoint: E,
  input: Given<E>,
  { content, key, onProgress, signal }: Upload,
): Promise<Reply<E>> {
  const request = new XMLHttpRequest();
  request.open(endpoint.method.toUpperCase(), address(endpoint, Object.fromEntries(Object.entries(input))));
  request.setRequestHeader('accept', 'application/json');
  request.setRequestHeader('content-type', content.type);
  request.setRequestHeader('idempotency-key', key);
  const token = csrfToken();
  if (token !== null) request.setRequestHeader('x-csrf-token', token);
  request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
  const ended = new Promise<void>((resolve, reject) => {
    request.onload = () => resolve();
    request.onerror = () => reject(new CallError('network_lost'));
    request.onabort = request.onerror;
  });
  signal.addEventListener('abort', () => request.abort(), { once: true });
  if (signal.aborted) throw new CallError('network_lost');
  request.send(content);
  await ended;
  const answer = new Response(request.responseText, { status: request.status });
  if (!answer.ok) {
    const refused = await refusal(answer);
    if (refused.status === 401 || refused.code === 'csrf_token_invalid') sessionRefused();
    throw refused;
  }
  const reply = endpoint.reply.safeParse(JSON.parse(request.responseText));
  if (!reply.success) throw new CallError('reply_unexpected', { cause: reply.error });
  return reply.data as Reply<E>;
}
