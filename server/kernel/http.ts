import {
  type CookieOptions,
  type NextFunction,
  type Request,
  type Response,
  type Router,
  raw,
} from 'express';
import type { z } from 'zod';
import type { Actor } from './actor.ts';
import { isDatabaseAway } from './db.ts';
import type { Deps } from './deps.ts';
import { AppError, describe, invalid, statusOf, unauthenticated, unavailable } from './errors.ts';
import type { Endpoint, Input, Problem } from './wire.ts';

/** What a use case may know of the call beside its input. */
export type Call = {
  requestId: string;
  /** `METHOD path` of the endpoint. */
  operation: string;
  idempotencyKey: string | null;
  /** The session cookie's token, if any. */
  sessionToken: string | null;
  ip: string;
  /** The `Cookie` header, for a module's own cookies. */
  cookies: string | null;
  /** The body of an upload; null for JSON, and for a content type that the endpoint does not take. */
  content: Buffer | null;
  setCookie(name: string, value: string, options: CookieOptions): void;
  setHeader(name: string, value: string): void;
};

export type UseCase<E extends Endpoint> = (
  deps: Deps,
  actor: Actor,
  input: Input<E>,
  call: Call,
) => Promise<z.input<E['reply']>>;
export type OpenUseCase<E extends Endpoint> = (
  deps: Deps,
  input: Input<E>,
  call: Call,
) => Promise<z.input<E['reply']>>;

/** Where modules mount themselves; `endpoints` becomes the OpenAPI document. */
export type Routes = { deps: Deps; router: Router; endpoints: Endpoint[] };

declare global {
  // biome-ignore lint/style/noNamespace: Express types its locals by this interface only.
  namespace Express {
    interface Locals {
      actor?: Actor;
      sessionToken?: string;
      requestId?: string;
    }
  }
}

/** Parse, ask, answer. Unknown fields are refused; the reply passes its schema before it leaves. */
export function mount<E extends Endpoint>(routes: Routes, endpoint: E, handle: UseCase<E>): void {
  serve(routes, endpoint, (deps, input, call, actor) => {
    if (!actor) throw unauthenticated();
    return handle(deps, actor, input, call);
  });
}

/** The same for an endpoint that needs no sign-in. */
export function mountOpen<E extends Endpoint>(routes: Routes, endpoint: E, handle: OpenUseCase<E>): void {
  serve(routes, endpoint, handle);
}

function serve<E extends Endpoint>(
  routes: Routes,
  endpoint: E,
  handle: (deps: Deps, input: Input<E>, call: Call, actor: Actor | undefined) => Promise<z.input<E['reply']>>,
): void {
  routes.endpoints.push(endpoint);
  // Who is not signed in learns nothing of what an endpoint expects, and sends no files.
  const gate = (_req: Request, res: Response, next: NextFunction) => {
    if (!endpoint.open && !res.locals.actor) throw unauthenticated();
    next();
  };
  const upload =
    endpoint.takes === 'application/json' ? [] : [raw({ type: endpoint.takes, limit: endpoint.longest })];
  routes.router[endpoint.method](endpoint.path, gate, ...upload, async (req: Request, res: Response) => {
    const input = {
      ...parse(endpoint.params, req.params),
      ...parse(endpoint.query, req.query),
      ...parse(endpoint.body, upload.length > 0 ? {} : (req.body ?? {})),
    } as Input<E>;
    const reply = await handle(routes.deps, input, callOf(endpoint, req, res), res.locals.actor);
    res.status(endpoint.status).set('Cache-Control', 'no-store');
    if (endpoint.produces !== 'application/json') {
      // Bytes as bytes: Express would write a plain Uint8Array as JSON.
      res.type(endpoint.produces).send(reply instanceof Uint8Array ? Buffer.from(reply) : reply);
      return;
    }
    res.json(endpoint.reply.parse(reply));
  });
}

function callOf(endpoint: Endpoint, req: Request, res: Response): Call {
  return {
    requestId: res.locals.requestId ?? '',
    operation: `${endpoint.method.toUpperCase()} ${endpoint.path}`,
    idempotencyKey: idempotencyKey(req.get('Idempotency-Key')),
    sessionToken: res.locals.sessionToken ?? null,
    ip: req.ip ?? '',
    cookies: req.get('Cookie') ?? null,
    content: Buffer.isBuffer(req.body) ? req.body : null,
    setCookie: (name, value, options) => res.cookie(name, value, options),
    setHeader: (name, value) => res.set(name, value),
  };
}

function idempotencyKey(given: string | undefined): string | null {
  if (given === undefined) return null;
  if (!/^[\w-]{8,100}$/.test(given)) throw invalid('idempotency_key_invalid');
  return given;
}

function parse<S extends z.ZodObject>(schema: S, given: unknown): z.output<S> {
  const parsed = schema.safeParse(given);
  if (parsed.success && holdsNul(parsed.data)) throw new AppError('malformed', 'malformed_request');
  if (parsed.success) return parsed.data;
  throw invalid('invalid_input', { fields: fieldsOf(parsed.error) });
}

/** The character U+0000, which PostgreSQL keeps in no text. */
const holdsNul = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.includes('\0')
    : typeof value === 'object' && value !== null && Object.values(value).some(holdsNul);

/** Dotted input name → zod's issue code, or the code that the schema's own message names. */
export function fieldsOf(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const at = issue.path.join('.');
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) fields[at ? `${at}.${key}` : key] ??= 'unknown_field';
    else fields[at] ??= /^[a-z][a-z0-9_]+$/.test(issue.message) ? issue.message : issue.code;
  }
  return fields;
}

/** Turns whatever was thrown into the one error shape. What nobody foresaw is logged and told without detail. */
export function onError(deps: Pick<Deps, 'log'>) {
  return (error: unknown, _req: Request, res: Response, next: NextFunction) => {
    if (res.headersSent) return next(error);
    const known = toAppError(error);
    const { requestId } = res.locals;
    if (!known) deps.log.error({ requestId, err: describe(error) }, 'request failed');
    else if (known.kind === 'unavailable') deps.log.warn({ requestId, err: describe(error) }, known.code);
    const answer = known ?? new AppError('unavailable', 'internal_error');
    res
      .status(known ? statusOf[known.kind] : 500)
      .set('Cache-Control', 'no-store')
      .json(problem(answer));
  };
}

export function problem(error: AppError): Problem {
  return {
    error: {
      code: error.code,
      message: error.message,
      ...(error.fields ? { fields: error.fields } : {}),
      ...(error.data === undefined ? {} : { data: error.data }),
    },
  };
}

/** Body-parser's own errors carry `type`. */
export function toAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (isDatabaseAway(error)) return unavailable('database');
  const type = error instanceof Error && 'type' in error ? error.type : null;
  if (type === 'entity.parse.failed' || type === 'charset.unsupported' || type === 'encoding.unsupported') {
    return new AppError('malformed', 'malformed_json');
  }
  if (type === 'entity.too.large') return new AppError('too_large', 'body_too_large');
  // Files that are not there, and paths that cannot be decoded (`%E0%A4%A`).
  const status = error instanceof Error && 'status' in error ? error.status : null;
  if (status === 404) return new AppError('not_found', 'file_not_found');
  if (status === 400) return new AppError('malformed', 'malformed_request');
  return null;
}
