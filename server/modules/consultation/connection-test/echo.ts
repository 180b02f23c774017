import type { Input, Reply } from '../../../kernel/wire.ts';
import type { echoInTest as endpoint } from '../connection-test-contract.ts';
import type { Media } from '../media/client.ts';
import type { EchoRooms } from './echo-room.ts';

/** Takes one stream and offers it back to the same browser; a second one is refused as `source_taken`. */
export async function echo(
  media: Media,
  rooms: EchoRooms,
  { id, rtpParameters, rtpCapabilities }: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  const { transportId: _send, ...sender } = rooms.place(id, 'send');
  const { transportId: _receive, ...hearer } = rooms.place(id, 'receive');
  const { producerId } = await media.call('produce', {
    ...sender,
    source: 'camera',
    rtpParameters,
    paused: false,
  });
  return { producerId, echo: await media.call('consume', { ...hearer, producerId, rtpCapabilities }) };
}
