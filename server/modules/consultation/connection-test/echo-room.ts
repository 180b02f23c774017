import { notFound, tooMany } from '../../../kernel/errors.ts';
import type { Way } from '../connection-test-contract.ts';
import type { Media } from '../media/client.ts';
import type { PeerAddress } from '../media/interface.ts';

type Place = PeerAddress & { transportId: string };
type EchoRoom = { places: Record<Way, Place>; timer: NodeJS.Timeout };

/** As many at once on this server: each may send 4 Mbit/s. */
const atOnce = 6;

/**
 * The tests that run on this server now. Nothing of them is a row: a test that a restart forgets is begun again, and
 * the media frees the places of a browser that is gone.
 */
export class EchoRooms {
  #rooms = new Map<string, EchoRoom>();
  #starting = 0;

  /** Counts one that is being opened as if it ran. @throws too_many `too_many_tests` */
  async starting<T>(start: () => Promise<T>): Promise<T> {
    if (this.#rooms.size + this.#starting >= atOnce) throw tooMany('too_many_tests');
    this.#starting += 1;
    try {
      return await start();
    } finally {
      this.#starting -= 1;
    }
  }

  /** Closed by itself after `ms`. */
  add(media: Media, id: string, places: EchoRoom['places'], ms: number): void {
    const timer = setTimeout(() => void this.end(media, id).catch(() => undefined), ms).unref();
    this.#rooms.set(id, { places, timer });
  }

  /** @throws notFound `connection_test_not_found` when its minute is over */
  place(id: string, way: Way): Place {
    const room = this.#rooms.get(id);
    if (!room) throw notFound('connection_test');
    return room.places[way];
  }

  /** @throws as {@link place} */
  async end(media: Media, id: string): Promise<void> {
    const { roomId } = this.place(id, 'send');
    clearTimeout(this.#rooms.get(id)?.timer);
    this.#rooms.delete(id);
    await media.call('closeRoom', { roomId });
  }
}
