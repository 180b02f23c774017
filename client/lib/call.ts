import type { Endpoint, Given, Reply } from '../../server/kernel/wire.ts';
import { CallError, refusal } from './call-error.ts';
import { newKey } from './new-key.ts';
import { csrfToken, sessionRefused } from './session-store.ts';

export type CallOptions = {
  /** Repeats of one intention carry the same key, so that it is done once. Default: a new one per call. */
  key?: string;
  signal?: AbortSignal;
  /** Milliseconds until the call counts as lost. Default 20 s. */
  timeout?: number;
  /** What an upload sends; its type becomes the content type. */
  content?: Blob;
  /** Goes on after the page is gone: the last word of a window that closes. */
  keepalive?: boolean;
};

/**
 * Asks the server, typed by the endpoint: `await call(getCase, { id })`. Input is given merged and is split
 * into path, query and body as the endpoint describes.
 * @throws CallError
 */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: Given<E>,
  options: CallOptions = {},
): Promise<Reply<E>> {
  const response = await request(endpoint, input, options);
  if (endpoint.produces !== 'application/json') return (await response.text()) as Reply<E>;
  const reply = endpoint.reply.safeParse(response.status === 204 ? {} : await readJson(response));
  if (!reply.success) throw new CallError('reply_unexpected', { cause: reply.error });
  return reply.data as Reply<E>;
}

/** Sends one request and gives the bare answer; refusals are thrown. For downloads. */
export async function request<E extends Endpoint>(
  endpoint: E,
  input: Given<E>,
  options: CallOptions = {},
): Promise<Response> {
  const given: Record<string, unknown> = Object.fromEntries(Object.entries(input));
  const hasBody = Object.keys(endpoint.body.shape).length > 0;
  const headers: Record<string, string> = { accept: `${endpoint.produces}, application/json` };
  const token = csrfToken();
  if (endpoint.method !== 'get' && token !== null) headers['x-csrf-token'] = token;
  if (endpoint.idempotent) headers['idempotency-key'] = options.key ?? newKey();
  if (hasBody) headers['content-type'] = 'application/json';
  if (options.content) headers['content-type'] = options.content.type;
  const timer = AbortSignal.timeout(options.timeout ?? 20_000);
  const response = await fetch(address(endpoint, given), {
    method: endpoint.method.toUpperCase(),
    headers,
    body: options.content ?? (hasBody ? JSON.stringify(pick(given, endpoint.body.shape)) : null),
    credentials: 'same-origin',
    ...(options.keepalive ? { keepalive: true } : {}),
    signal: options.signal ? AbortSignal.any([timer, options.signal]) : timer,
  }).catch((cause: unknown) => {
    if (options.signal?.aborted) throw cause;
    throw new CallError(timer.aborted ? 'network_slow' : 'network_lost', { cause });
  });
  if (response.ok) return response;
  const refused = await refusal(response);
  // A token of another session: this browser signed in anew elsewhere, or the session was renewed.
  const isStale = refused.status === 401 || refused.code === 'csrf_token_invalid';
  if (isStale && !endpoint.open) sessionRefused();
  throw refused;
}

/** The path and query of a call. */
export function address(endpoint: Endpoint, given: Record<string, unknown>): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(given[name])));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(pick(given, endpoint.query.shape))) {
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

function pick(given: Record<string, unknown>, shape: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => name in shape && value !== undefined),
  );
}

async function readJson(response: Response): Promise<unknown> {
  return response.json().catch((cause: unknown) => {
    throw new CallError('reply_unexpected', { cause });
  });
}
