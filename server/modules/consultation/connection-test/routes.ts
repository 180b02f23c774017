import { mountOpen, type Routes } from '../../../kernel/http.ts';
import * as contract from '../connection-test-contract.ts';
import type { Media } from '../media/client.ts';
import { echo } from './echo.ts';
import { EchoRooms } from './echo-room.ts';
import { startTest } from './start-test.ts';

export function connectionTestRoutes(routes: Routes, media: Media): void {
  const rooms = new EchoRooms();
  mountOpen(routes, contract.startConnectionTest, (deps, _input, call) =>
    startTest(deps, media, rooms, call),
  );
  mountOpen(routes, contract.connectTestTransport, (_deps, { id, way, dtlsParameters }) =>
    media.call('connectTransport', { ...rooms.place(id, way), dtlsParameters }),
  );
  mountOpen(routes, contract.echoInTest, (_deps, input) => echo(media, rooms, input));
  mountOpen(routes, contract.hearEcho, (_deps, { id, consumerId }) => {
    const { transportId: _, ...hearer } = rooms.place(id, 'receive');
    return media.call('resumeConsumer', { ...hearer, consumerId });
  });
  mountOpen(routes, contract.endConnectionTest, async (_deps, { id }) => {
    await rooms.end(media, id);
    return {};
  });
}
