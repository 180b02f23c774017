import { io, type Socket } from 'socket.io-client';
import { queueChanged, ringChanged } from '../../../server/modules/triage/contract.ts';
import type { KeepAlive } from '../../support/keep-alive.ts';
import type { Person } from './urgent-network.ts';

export type Heard = { requestId: string; accountId: string; ringing: boolean; at: number };

/** An open page of somebody: hears its rings, and fetches the queue as the page does. */
export type Windows = {
  heard: Heard[];
  /** When the first fetched queue showed the ring to whom it rings: `REQUEST ACCOUNT` → instant. */
  shown: Map<string, number>;
  close(): void;
};

/** So many of each department have the queue itself open and fetch it after every change. */
const lookers = 5;

/** Opens one window per person, a few at a time, and waits until all have a line. */
export async function openWindows(
  url: string,
  http: KeepAlive,
  staff: readonly (readonly Person[])[],
): Promise<Windows> {
  const heard: Heard[] = [];
  const shown = new Map<string, number>();
  const sockets: Socket[] = [];
  const fetchQueue = async (person: Person) => {
    const { body } = await http.send('GET', '/api/urgent-requests/queue', person.headers);
    const { items = [] } = body as { items?: { requestId: string; ringing: boolean }[] };
    for (const { requestId, ringing } of items) {
      const key = `${requestId} ${person.id}`;
      if (ringing && !shown.has(key)) shown.set(key, performance.now());
    }
  };
  let closed = false;
  const look = (person: Person) =>
    void fetchQueue(person).catch((error: unknown) => {
      if (!closed) throw error;
    });
  const open = (person: Person, looks: boolean) =>
    new Promise<void>((resolve, reject) => {
      const socket = io(url, {
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
        extraHeaders: { Cookie: person.headers.cookie ?? '' },
      });
      sockets.push(socket);
      socket.on('connect', () => resolve());
      socket.on('connect_error', reject);
      socket.on(ringChanged.name, ({ requestId, ringing }: { requestId: string; ringing: boolean }) => {
        heard.push({ requestId, accountId: person.id, ringing, at: performance.now() });
        if (ringing) look(person);
      });
      if (looks) socket.on(queueChanged.name, () => look(person));
    });
  for (const people of staff) {
    await Promise.all(people.map((person, n) => open(person, n < lookers)));
  }
  return {
    heard,
    shown,
    close() {
      closed = true;
      for (const socket of sockets) socket.disconnect();
    },
  };
}
