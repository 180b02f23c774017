import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../../server/kernel/log.ts';
import { createMedia, type Media } from '../../server/modules/consultation/index.ts';
import { createTestApp, type TestApp } from './app.ts';
import { mediaWorker } from './media-worker.ts';
import { openSockets, type SocketWorld } from './socket-world.ts';

/** A test app with sockets and a media process of its own, on a real worker. */
export type MediaSockets = { app: TestApp; media: Media; sockets: SocketWorld; close(): Promise<void> };

export async function openMediaSockets(): Promise<MediaSockets> {
  const folder = mkdtempSync(join(tmpdir(), 'tk-'));
  const settings = {
    socketPath: join(folder, 'media.sock'),
    workerBin: await mediaWorker(),
    workers: 1,
    network: { listen: ['127.0.0.1'], announced: [], port: 0 },
  };
  const media = createMedia({ settings, log: createLog('silent') });
  const app = await createTestApp({ media });
  const sockets = await openSockets(app, media);
  return {
    app,
    media,
    sockets,
    async close() {
      await media.call('shutdown', {}).catch(() => undefined);
      await sockets.close();
      await app.close();
      rmSync(folder, { recursive: true });
    },
  };
}
