import { type NextFunction, type Request, type Response, Router } from 'express';
import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { describe, unauthenticated } from '../../kernel/errors.ts';
import { searchBundle } from './bundle.ts';
import { capabilityStatement } from './capability-statement.ts';
import { FhirRefusal, outcome, refusalOf } from './outcome.ts';
import { mayRead } from './policy.ts';
import { recordRead } from './record-read.ts';
import { searchQuery } from './search/search-query.ts';
import type { Served } from './served/served.ts';
import { servedTypes } from './served/served-types.ts';
import type { Context } from './types.ts';

/** Where the FHIR face is mounted. */
export const fhirPath = '/fhir/R4';

/** The FHIR R4 face, to be mounted at {@link fhirPath} behind `authenticate`. Read-only. */
export function fhirRouter(deps: Deps): Router {
  const router = Router();
  router.use(negotiate);
  router.get('/metadata', (req, res) =>
    send(res, 200, capabilityStatement(servedTypes, contextOf(deps, req))),
  );
  for (const served of servedTypes) {
    router.get(`/${served.type}`, (req, res) => search(deps, served, req, res));
    router.get(`/${served.type}/:id`, (req, res) => read(deps, served, req, res));
    router.all([`/${served.type}`, `/${served.type}/:id`], () => {
      throw new FhirRefusal(405, 'not-supported', 'Read and search only');
    });
  }
  router.use(() => {
    throw new FhirRefusal(404, 'not-supported', 'No such resource type or operation; see /metadata');
  });
  router.use(answerRefusal(deps));
  return router;
}

async function read(deps: Deps, served: Served, req: Request, res: Response): Promise<void> {
  const actor = actorOf(res);
  mayRead(actor, served);
  const context = contextOf(deps, req);
  const found = await deps.db.as(actor, async (tx) => {
    const one = await served.read(tx, String(req.params.id), context);
    if (one) await recordRead(deps, tx, actor, served, [one]);
    return one;
  });
  if (!found) throw new FhirRefusal(404, 'not-found', `No such ${served.type}`);
  send(res, 200, found.resource);
}

async function search(deps: Deps, served: Served, req: Request, res: Response): Promise<void> {
  const actor = actorOf(res);
  mayRead(actor, served);
  const context = contextOf(deps, req);
  const lenient = /handling=lenient/.test(req.get('Prefer') ?? '');
  const query = searchQuery(new URL(req.originalUrl, context.base).searchParams, served, lenient);
  const { page, hasMore } = await deps.db.as(actor, async (tx) => {
    const found = await served.search(tx, { ...query, take: query.take + 1 }, context).catch(unreadable);
    const shown = found.slice(0, query.take);
    await recordRead(deps, tx, actor, served, shown);
    return { page: shown.map((one) => one.resource), hasMore: found.length > query.take };
  });
  send(res, 200, searchBundle(served.type, query, page, hasMore, context));
}

function unreadable(error: unknown): never {
  if (error instanceof RangeError) {
    throw new FhirRefusal(400, 'value', 'The value of the parameter cannot be read', error.message);
  }
  throw error;
}

function actorOf(res: Response): Actor {
  if (!res.locals.actor) throw unauthenticated();
  return res.locals.actor;
}

function contextOf(deps: Deps, req: Request): Context {
  const origin = deps.config.publicUrl ?? `${req.protocol}://${req.get('Host') ?? 'localhost'}`;
  return { base: `${origin}${fhirPath}`, sid: `${origin}/fhir/sid` };
}

/** JSON only: whoever insists on XML or anything else learns it before anything is read. */
function negotiate(req: Request, _res: Response, next: NextFunction): void {
  const format = new URL(req.originalUrl, 'http://localhost').searchParams.get('_format');
  const isJson =
    format === null
      ? req.accepts(['application/fhir+json', 'application/json']) !== false
      : /^(json|text\/json|application\/(fhir[+ ])?json)([;\s]|$)/.test(format);
  if (!isJson) throw new FhirRefusal(406, 'not-supported', 'application/fhir+json only');
  next();
}

function send(res: Response, status: number, body: object): void {
  res
    .status(status)
    .set('Cache-Control', 'no-store')
    .type('application/fhir+json; fhirVersion=4.0')
    .send(JSON.stringify(body));
}

function answerRefusal(deps: Deps) {
  return (error: unknown, _req: Request, res: Response, next: NextFunction) => {
    if (res.headersSent) return next(error);
    const refusal = refusalOf(error);
    if (!refusal) deps.log.error({ requestId: res.locals.requestId, err: describe(error) }, 'request failed');
    send(res, refusal?.status ?? 500, refusal?.outcome ?? outcome('exception', 'internal_error'));
  };
}
