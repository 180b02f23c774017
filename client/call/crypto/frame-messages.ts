import type { Source } from '../../../server/modules/consultation/media-contract.ts';
import type { Bytes } from './base64.ts';

/** What a stream's transform is told when it is set. */
export type TransformOptions =
  | { way: 'seal'; stay: number; source: Source }
  | { way: 'open'; stay: number; source: Source; seatId: string };

/** What the page tells its worker. A stay begins with a seat: keys and counts of the former one are gone. */
export type ToWorker =
  | { kind: 'begin'; stay: number }
  | { kind: 'use'; stay: number; kid: bigint; baseKey: Bytes }
  | { kind: 'learn'; stay: number; seatId: string; kid: bigint; baseKey: Bytes }
  | { kind: 'forget'; stay: number; seatId: string }
  | { kind: 'count' };

/** Frames since the stay began. */
export type FrameCounts = {
  sealed: number;
  /** Not sent: there was no key, or nothing in it, as in pauses of speech. */
  unsent: number;
  opened: number;
  no_key: number;
  past: number;
  replayed: number;
  false: number;
};

/** What the worker tells its page. `missed`: a frame of that seat came whose key is not there. */
export type FromWorker =
  | { kind: 'missed'; stay: number; seatId: string }
  | { kind: 'counted'; counts: FrameCounts };
