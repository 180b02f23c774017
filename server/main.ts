/** config → database → deps → listen → close. The only process.exit. */
import { createServer, type RequestListener, type Server } from 'node:http';
import { createApp } from './app.ts';
import { openDeps } from './deps.ts';
import { readConfig } from './kernel/config.ts';
import { createLog, type Log } from './kernel/log.ts';
import { startSubscriber } from './kernel/subscriber.ts';
import { createMedia, mediaSettings } from './modules/consultation/index.ts';
import { createRealtime } from './realtime.ts';
import { prepareDatabase } from './setup/database.ts';
import { lineFor, SetupError } from './setup/setup-error.ts';
import { subscribers } from './subscriptions.ts';
import { startTasks } from './tasks.ts';
import { welcome } from './welcome.ts';

/** Requests get this long to finish after SIGTERM. */
const graceMs = 8_000;

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const closers: (() => Promise<unknown>)[] = [];
  const door = openDoor();
  try {
    // The port first: a second server must not touch the first one's database.
    await listen(door.server, config.port, config.host);
    closers.push(() => shut(door.server));
    const database = await prepareDatabase(
      {
        databaseUrl: config.databaseUrl ?? undefined,
        migrationDatabaseUrl: config.migrationDatabaseUrl ?? undefined,
      },
      (fate) =>
        log.warn(`the built-in PostgreSQL ${fate === 'lost' ? 'ended by itself, starts again' : 'is back'}`),
    );
    closers.push(database.stop);
    const deps = await openDeps(config, log, database.appUrl);
    closers.push(deps.close);
    if (!config.production) {
      // Production never even loads it.
      const { seed } = await import('../prisma/seed.ts');
      await seed(deps);
    }
    const media = createMedia({ settings: mediaSettings(config), log });
    closers.push(media.close);
    const parts = { media };
    const realtime = await createRealtime(deps, door.server, parts);
    closers.push(realtime.close);
    for (const subscriber of subscribers) await startSubscriber(deps, subscriber);
    await startTasks(deps);
    door.admit(createApp(deps, parts));
    closeOnSignal(log, closers, door.server);
    await welcome(deps, door.server);
  } catch (error) {
    await closeAll(closers);
    throw error;
  }
}

/** Answers "starting" until the application is admitted. */
function openDoor() {
  let handle: RequestListener = (_req, res) => {
    res.writeHead(503, { 'content-type': 'application/json', 'retry-after': '2' });
    res.end(JSON.stringify({ error: { code: 'starting', message: 'The server is starting.' } }));
  };
  return {
    server: createServer((req, res) => handle(req, res)),
    admit(app: RequestListener) {
      handle = app;
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const cause =
        error.code === 'EADDRINUSE'
          ? new SetupError(
              `Port ${port} is taken by another program.`,
              'End that program, or start with another port: PORT=3001 npm start.',
            )
          : new SetupError(
              `Port ${port} on ${host} cannot be opened (${error.code}).`,
              'Set PORT and HOST to ones that this user may open.',
            );
      reject(cause);
    });
    server.listen(port, host, resolve);
  });
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}

/** Ctrl-C and `kill`: no new rooms and requests, running ones finish, then everything is let go in reverse order. */
function closeOnSignal(log: Log, closers: (() => Promise<unknown>)[], server: Server): void {
  let closing = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (closing) return;
      closing = true;
      log.info({ signal }, 'closing');
      setTimeout(() => process.exit(1), graceMs).unref();
      // Whoever had the last answer over a connection keeps it open for more; nobody waits for that now.
      setInterval(() => server.closeIdleConnections(), 100).unref();
      void closeAll(closers).then(() => process.exit(0));
    });
  }
}

async function closeAll(closers: (() => Promise<unknown>)[]): Promise<void> {
  for (const close of closers.reverse()) await close().catch(() => undefined);
}

start().catch((error: unknown) => {
  process.stderr.write(`${lineFor(error)}\n`);
  process.exit(1);
});
