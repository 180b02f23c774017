import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { Deps } from './kernel/deps.ts';
import { describe } from './kernel/errors.ts';
import { recordedEvent } from './kernel/events.ts';
import { tell } from './kernel/socket.ts';
import {
  guestOfLine,
  guestSockets,
  isGuestLine,
  unseating,
  unseatStrangers,
  watchMedia,
} from './modules/consultation/index.ts';
import { actorFromCookie, endedCookies, endingSessions, linesEndedBy } from './modules/identity/index.ts';
import { keepPresence } from './modules/triage/index.ts';
import { live, mountSockets, type Parts } from './modules.ts';

export type Realtime = { io: Server; close(): Promise<void> };

/** How often open lines are compared with their sessions: one that ends by its time tells nobody. */
const recheckMs = 60_000;

/** Socket.IO: every open window of a signed-in person, and what it hears of the network's events. */
export async function createRealtime(deps: Deps, http: HttpServer, parts: Parts): Promise<Realtime> {
  const io = new Server(http, {
    serveClient: false,
    maxHttpBufferSize: 256_000,
    // A dead line is noticed within 8 s.
    pingInterval: 5_000,
    pingTimeout: 3_000,
    cors: { origin: false },
    allowRequest: (req, allow) => allow(null, sameOrigin(deps, req.headers)),
  });

  io.use(async (socket, next) => {
    try {
      if (isGuestLine(socket)) {
        const guest = await guestOfLine(deps, socket);
        if (!guest) return next(new Error('guest_unknown'));
        socket.data.guestId = guest.id;
        return next();
      }
      const actor = await actorFromCookie(deps, socket.handshake.headers.cookie);
      if (!actor) return next(new Error('not_signed_in'));
      socket.data.actor = actor;
      next();
    } catch {
      next(new Error('unavailable'));
    }
  });

  const presence = await keepPresence(deps);
  io.on('connection', async (socket) => {
    const { actor, guestId } = socket.data;
    if (guestId) return guestSockets({ deps, socket, io }, parts.media, guestId);
    presence.enter(socket.id, actor);
    socket.on('disconnect', (reason) => {
      // Whose server goes comes back to the next one.
      if (reason !== 'server shutting down') presence.leave(socket.id);
    });
    await socket.join([
      `account:${actor.accountId}`,
      `organisation:${actor.organisationId}`,
      `role:${actor.role}`,
      ...(actor.departmentId ? [`department:${actor.departmentId}`] : []),
    ]);
    mountSockets({ deps, actor, socket, io }, parts);
  });

  const guarded = (work: Promise<void>, what: string) =>
    void work.catch((error) => deps.log.error({ err: describe(error) }, what));
  const recheck = () => guarded(endStaleLines(deps, io), 'open lines were not checked');
  const rechecking = setInterval(recheck, recheckMs).unref();
  const unwatch = watchMedia(deps, parts.media, io);
  const stop = await deps.db.listen(
    'event',
    (payload) => guarded(push(deps, parts, io, payload), 'an event was not pushed'),
    // After a lost listener some facts may be missing: every window fetches anew, and nobody stays who had to go.
    () => {
      io.emit('kernel:refresh', {});
      recheck();
      guarded(unseatStrangers(deps, parts.media, io), 'seats were not checked');
    },
  );
  return {
    io,
    async close() {
      clearInterval(rechecking);
      unwatch();
      await stop();
      await io.close();
      await presence.close();
    },
  };
}

async function push(deps: Deps, parts: Parts, io: Server, payload: string): Promise<void> {
  const [id, type = ''] = payload.split(' ');
  const ears = live.filter((entry) => entry.types.includes(type));
  const changesWhoIsHere = endingSessions.includes(type) || unseating.includes(type);
  // With no window open here, nobody hears it; every server process tells its own.
  if (!id || (!changesWhoIsHere && (ears.length === 0 || io.engine.clientsCount === 0))) return;
  const event = await recordedEvent(deps.db, id);
  if (!event) return;
  // Whose session may have ended knocks anew: with a valid one the browser is back at once, without one never.
  const ended = linesEndedBy(event);
  if (ended) io.in(ended).disconnectSockets(true);
  if (unseating.includes(type)) await unseatStrangers(deps, parts.media, io);
  for (const ear of ears) {
    for (const { to, fact, data } of await ear.push(deps, event)) tell(io, to, fact, data);
  }
}

async function endStaleLines(deps: Deps, io: Server): Promise<void> {
  // What a guest may, is asked at every message.
  const lines = [...io.sockets.sockets.values()].filter(({ data }) => data.actor);
  const cookieOf = (line: (typeof lines)[number]) => line.handshake.headers.cookie ?? '';
  if (lines.length === 0) return;
  const ended = await endedCookies(deps, lines.map(cookieOf));
  for (const line of lines) if (ended.has(cookieOf(line))) line.disconnect(true);
}

/** Browsers send their origin with a socket's handshake: only our own pages may open one. */
function sameOrigin(
  deps: Deps,
  headers: { origin?: string | undefined; host?: string | undefined },
): boolean {
  if (!headers.origin) return true;
  if (deps.config.publicUrl) return headers.origin === new URL(deps.config.publicUrl).origin;
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
}
