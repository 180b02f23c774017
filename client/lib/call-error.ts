import { Problem } from '../../server/kernel/wire.ts';

/**
 * A call that was not answered as asked. `code` is the server's stable code, or one of the client's own:
 * `network_lost` (no answer), `network_slow` (none in time), `reply_unexpected` (an answer of another version).
 * `fields` maps an input's name to the code of what is wrong with it.
 */
export class CallError extends Error {
  readonly code: string;
  readonly status: number;
  readonly fields: Record<string, string>;
  readonly data: unknown;

  constructor(
    code: string,
    given: {
      status?: number;
      fields?: Record<string, string> | undefined;
      data?: unknown;
      cause?: unknown;
    } = {},
  ) {
    super(code, { cause: given.cause });
    this.name = 'CallError';
    this.code = code;
    this.status = given.status ?? 0;
    this.fields = given.fields ?? {};
    this.data = given.data;
  }
}

/** Worth asking again without a person's doing: nothing was refused, there was just no answer. */
export const isPassing = (error: unknown): boolean =>
  error instanceof CallError &&
  (error.status === 0 || error.status === 503) &&
  error.code !== 'reply_unexpected';

/** Reads the problem object of a refused request; anything else (a proxy's page) keeps only the status. */
export async function refusal(response: Response): Promise<CallError> {
  const parsed = Problem.safeParse(await response.json().catch(() => null));
  const { status } = response;
  if (!parsed.success) return new CallError(status >= 500 ? 'server_failed' : 'reply_unexpected', { status });
  const { code, fields, data } = parsed.data.error;
  return new CallError(code, { status, fields, data });
}
