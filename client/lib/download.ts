import type { Endpoint, Given } from '../../server/kernel/wire.ts';
import { type CallOptions, request } from './call.ts';

/**
 * Fetches a file and hands it to the browser to save, under the name that the server gives it.
 * @throws CallError
 */
export async function download<E extends Endpoint>(
  endpoint: E,
  input: Given<E>,
  options: CallOptions = {},
): Promise<void> {
  const response = await request(endpoint, input, { timeout: 120_000, ...options });
  const named = /filename="?([^";]+)"?/.exec(response.headers.get('content-disposition') ?? '');
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = named?.[1] ?? 'telkonnet';
  link.click();
  // The save has begun by then in every browser; freeing at once would cancel it in some.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
