/** The one error that use cases throw. Codes are stable; the client translates them. */
export type ErrorKind =
  | 'not_found'
  | 'conflict'
  | 'forbidden'
  | 'invalid'
  | 'unavailable'
  | 'unauthenticated'
  | 'too_many'
  | 'too_large'
  | 'malformed';

export type ErrorDetails = {
  /** Input name → code of what is wrong with it. */
  fields?: Record<string, string>;
  /** Whatever helps to go on, e.g. the nearest free times. Never a patient's data. */
  data?: unknown;
  /** For the log and for developers; never shown to people. */
  message?: string;
};

export class AppError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly fields: Record<string, string> | undefined;
  readonly data: unknown;

  constructor(kind: ErrorKind, code: string, details: ErrorDetails = {}) {
    super(details.message ?? code);
    this.kind = kind;
    this.code = code;
    this.fields = details.fields;
    this.data = details.data;
  }
}

export const statusOf = {
  malformed: 400,
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
} as const satisfies Record<ErrorKind, number>;

/** The thing does not exist, or not for this actor. */
export const notFound = (what: string) => new AppError('not_found', `${what}_not_found`);
/** The state does not allow it (any more). */
export const conflict = (code: string, details?: ErrorDetails) => new AppError('conflict', code, details);
/** The actor's role does not allow it. */
export const forbidden = (code = 'forbidden') => new AppError('forbidden', code);
/** The input is well-formed but wrong. */
export const invalid = (code: string, details?: ErrorDetails) => new AppError('invalid', code, details);
/** A part that is needed is not there now. */
export const unavailable = (what: string) => new AppError('unavailable', `${what}_unavailable`);
export const unauthenticated = (code = 'not_signed_in') => new AppError('unauthenticated', code);
export const tooMany = (code = 'too_many_attempts', details?: ErrorDetails) =>
  new AppError('too_many', code, details);

/** An error for the log: its kind and place. Messages of the database can quote rows, so they stay out. */
export function describe(error: unknown): { type: string; code?: string; stack?: string } {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const stack = error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8)
    .join('\n');
  return { type: error.name, ...code, ...(stack ? { stack } : {}) };
}
