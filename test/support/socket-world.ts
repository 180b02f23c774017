import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { createMedia, type Media } from '../../server/modules/consultation/media/client.ts';
import { openSession } from '../../server/modules/identity/sessions.ts';
import { createRealtime } from '../../server/realtime.ts';
import type { TestApp } from './app.ts';
import { type AccountName, accounts } from './world.ts';

export type SocketWorld = {
  /** An open, connected window of this person. */
  open(name: AccountName): Promise<Socket>;
  /** The same of a guest, by the cookie that the link gave. */
  openAsGuest(cookie: string): Promise<Socket>;
  port: number;
  close(): Promise<void>;
};

/** Socket.IO of a test app on a free port, over its own database; without `media` as on a server that has none. */
export const openSockets = async (
  app: TestApp,
  media: Media = createMedia({ settings: null, log: app.deps.log }),
): Promise<SocketWorld> => {
  const http = createServer();
  const realtime = await createRealtime(app.deps, http, { media });
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
  const { port } = http.address() as AddressInfo;
  const windows: Socket[] = [];
  const connect = async (Cookie: string, auth: object = {}) => {
    const socket = io(`http://127.0.0.1:${port}`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { Cookie },
      auth,
    });
    windows.push(socket);
    await new Promise<void>((resolve, reject) => {
      socket.on('connect', resolve);
      socket.on('connect_error', reject);
    });
    return socket;
  };
  return {
    port,
    async open(name) {
      const { token } = await app.deps.db.system((tx) => openSession(app.deps, tx, accounts[name].id));
      return connect(`telkonnet=${token}`);
    },
    openAsGuest: (cookie) => connect(cookie, { as: 'guest' }),
    async close() {
      for (const socket of windows) socket.disconnect();
      await realtime.close();
      await media.close();
    },
  };
};
