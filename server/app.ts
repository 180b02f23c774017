import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import compression from 'compression';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import { serveDocs } from './docs.ts';
import { readiness } from './health.ts';
import type { Deps } from './kernel/deps.ts';
import { notFound } from './kernel/errors.ts';
import { onError, type Routes } from './kernel/http.ts';
import { openApi } from './kernel/openapi.ts';
import { authenticate, protect, rateLimit } from './modules/identity/index.ts';
import { mountModules, type Parts } from './modules.ts';

/** The whole HTTP face of the server. Tests enter here. */
export function createApp(deps: Deps, parts: Parts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', deps.config.trustedProxies);
  app.use((_req, res, next) => {
    res.locals.requestId = randomUUID();
    res.set('X-Request-Id', res.locals.requestId);
    next();
  });
  app.use(requestLog(deps));
  app.use(helmet(securityHeaders(deps)));
  app.use(compression());

  app.get('/healthz', (_req, res) => void res.json({ status: 'ok' }));
  app.get('/readyz', async (_req, res) => {
    const state = await readiness(deps, parts);
    res
      .status(state.ready ? 200 : 503)
      .json({ status: state.ready ? 'ready' : 'not_ready', parts: state.parts });
  });

  const router = express.Router();
  router.use(express.json({ limit: '1mb' }), authenticate(deps), rateLimit(deps), protect(deps));
  const routes: Routes = { deps, router, endpoints: [] };
  mountModules(routes, parts);
  const document = openApi(routes.endpoints);
  router.get('/api/openapi.json', (_req, res) => void res.json(document));
  serveDocs(app);
  app.use(router);
  app.use('/api', () => {
    throw notFound('endpoint');
  });
  serveClient(app, resolve(deps.config.clientDir));
  app.use(onError(deps));
  return app;
}

/** One line per request: method, path without its query (a search text can name a patient), status, time. */
function requestLog(deps: Deps) {
  return pinoHttp({
    logger: deps.log,
    autoLogging: { ignore: (req) => req.url === '/healthz' || req.url?.startsWith('/assets/') === true },
    genReqId: (_req, res) => String(res.getHeader('X-Request-Id') ?? ''),
    serializers: {
      req: (req: { id: string; method: string; url: string }) => ({
        id: req.id,
        method: req.method,
        path: req.url.split('?')[0],
      }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
      err: (error: { type?: string }) => ({ type: error.type }),
    },
    customLogLevel: (_req, res, error) => (error || res.statusCode >= 500 ? 'error' : 'info'),
  });
}

/** Pages of their own beside the application, for people without an account. */
const smallPages = { '/gast': 'guest.html', '/test': 'test.html' } as const;

const directives = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  // Frames of the room are sealed in one.
  workerSrc: ["'self'"],
  // Mantine sets its variables in style attributes and one style element.
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'", 'ws:', 'wss:'],
  mediaSrc: ["'self'", 'blob:'],
  fontSrc: ["'self'", 'data:'],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
};
/** The small pages need no style of their making. */
const strictDirectives = {
  ...directives,
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  fontSrc: ["'self'"],
  upgradeInsecureRequests: null,
};

function securityHeaders(deps: Deps) {
  const secure = deps.config.publicUrl?.startsWith('https:') ?? false;
  return {
    contentSecurityPolicy: {
      directives: { ...directives, upgradeInsecureRequests: secure ? [] : null },
    },
    strictTransportSecurity: secure,
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
  };
}

/** The built client; every path that is no file opens the application, which shows its own "not found". */
function serveClient(app: Express, directory: string): void {
  const page = join(directory, 'index.html');
  app.use(
    '/assets',
    express.static(join(directory, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  app.use(express.static(directory, { index: false, maxAge: '1h' }));
  for (const [path, file] of Object.entries(smallPages)) {
    app.get(path, helmet.contentSecurityPolicy({ directives: strictDirectives }), (_req, res, next) => {
      if (!existsSync(join(directory, file))) return next(notFound('client'));
      res.set('Cache-Control', 'no-cache').sendFile(file, { root: directory, cacheControl: false });
    });
  }
  app.get(/^\/(?!api\/|fhir\/|socket\.io\/)/, (_req, res, next) => {
    if (!existsSync(page)) return next(notFound('client'));
    // With `root`, a folder whose name begins with a dot is no hidden file.
    res.set('Cache-Control', 'no-cache').sendFile('index.html', { root: directory, cacheControl: false });
  });
}
