/**
 * What crosses the wire, described as data: endpoints (HTTP), messages (socket, client to server) and
 * facts (socket, server to client). Browser-safe: zod only.
 */
import { z } from 'zod';

export const Id = z.uuid();
/** A database id as a part of a longer text, e.g. of a list's cursor. */
export const idPattern = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** Years that JavaScript and PostgreSQL count alike; others are slips of the hand (0202). */
const inYears = (text: string): boolean => text >= '1800' && text < '3000';
/** UTC instant, ISO 8601 with "Z". */
export const Instant = z.iso.datetime().refine(inYears, 'invalid_format');
/** Calendar day, `YYYY-MM-DD`. */
export const LocalDate = z.iso.date().refine(inYears, 'invalid_format');
/** Wall-clock time, `HH:MM`. */
export const LocalTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** Integer cents. */
export const Money = z.int();
/** Official municipality key (AGS) of a county or county-free city, five digits. */
export const CountyCode = z.string().regex(/^\d{5}$/);

export const roles = [
  'physician',
  'assistant',
  'nurse',
  'home_manager',
  'specialist',
  'coordinator',
  'network_admin',
  'evaluator',
  'privacy_officer',
] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** The one shape of an error. `fields` maps an input's name to the code of what is wrong with it. */
export const Problem = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
    data: z.unknown().optional(),
  }),
});
export type Problem = z.infer<typeof Problem>;

type Shape = z.ZodObject;
const nothing = z.strictObject({});

export type Endpoint<
  P extends Shape = Shape,
  Q extends Shape = Shape,
  B extends Shape = Shape,
  R extends z.ZodType = z.ZodType,
> = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Express path below the root, e.g. `/api/bookings/:id`. */
  path: string;
  summary: string;
  params: P;
  query: Q;
  body: B;
  reply: R;
  /** Served without sign-in. */
  open: boolean;
  /** Repeats with the same `Idempotency-Key` get the first answer. */
  idempotent: boolean;
  /** Codes that this endpoint may answer beyond the common ones. */
  errors: readonly string[];
  status: number;
  /** Content type where the reply is not JSON (downloads); the use case then returns text or bytes. */
  produces: string;
  /** Content type of a body that is not JSON (uploads, `image/*`); the use case finds it in `call.content`. */
  takes: string;
  /** The longest body, in bytes. */
  longest: number;
};

/** Describes one HTTP endpoint. Objects are strict: unknown fields are refused. */
export function endpoint<
  R extends z.ZodType,
  P extends Shape = typeof nothing,
  Q extends Shape = typeof nothing,
  B extends Shape = typeof nothing,
>(given: {
  method: Endpoint['method'];
  path: string;
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  reply: R;
  open?: boolean;
  idempotent?: boolean;
  errors?: readonly string[];
  status?: number;
  produces?: string;
  takes?: string;
  longest?: number;
}): Endpoint<P, Q, B, R> {
  return {
    method: given.method,
    path: given.path,
    summary: given.summary,
    params: strict(given.params),
    query: strict(given.query),
    body: strict(given.body),
    reply: given.reply,
    open: given.open ?? false,
    idempotent: given.idempotent ?? false,
    errors: given.errors ?? [],
    status: given.status ?? (given.method === 'post' ? 201 : 200),
    produces: given.produces ?? 'application/json',
    takes: given.takes ?? 'application/json',
    longest: given.longest ?? 1_000_000,
  };
}

function strict<S extends Shape>(shape: S | undefined): S {
  return (shape ?? nothing).strict() as S;
}

// An empty object's type forbids every key, so joined with another it would forbid that one's too.
type Part<T> = string extends keyof T ? unknown : T;

/** What the use case receives: params, query and body merged, after parsing. */
export type Input<E extends Endpoint> = Part<z.output<E['params']>> &
  Part<z.output<E['query']>> &
  Part<z.output<E['body']>> &
  object;
/** What a caller gives: the same before defaults are filled in. */
export type Given<E extends Endpoint> = Part<z.input<E['params']>> &
  Part<z.input<E['query']>> &
  Part<z.input<E['body']>> &
  object;
export type Reply<E extends Endpoint> = z.output<E['reply']>;

export type Message<
  D extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
  N extends string = string,
> = {
  name: N;
  data: D;
  reply: R;
};

/** Describes one socket message (client to server), named `module:verb`; it is acknowledged with {@link Ack}. */
export function message<D extends z.ZodType, R extends z.ZodType, const N extends string>(
  given: Message<D, R, N>,
): Message<D, R, N> {
  return given;
}

export type Ack<T> = { ok: true; data: T } | { ok: false; error: Problem['error'] };

export type Fact<D extends z.ZodType = z.ZodType, N extends string = string> = { name: N; data: D };

/** Describes one pushed fact (server to client), named `module:fact`. Facts carry ids, never patients. */
export function fact<D extends z.ZodType, const N extends string>(given: Fact<D, N>): Fact<D, N> {
  return given;
}
