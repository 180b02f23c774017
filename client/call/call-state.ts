import type { Source } from '../../server/modules/consultation/media-contract.ts';
import type { RoomParticipant } from '../../server/modules/consultation/signalling-contract.ts';
import type { Rung } from './bandwidth-ladder.ts';
import { noSafety, type Safety } from './crypto/safety-code.ts';
import type { LineQuality } from './line-quality.ts';
import type { MediaProblem } from './media-problem.ts';

/**
 * `replaced`: the same person took the seat in another tab. `closed`: the consultation is over.
 * `failed`: the server refused; `problem` has its code.
 */
export type CallPhase =
  | 'idle'
  | 'joining'
  | 'joined'
  | 'reconnecting'
  | 'left'
  | 'replaced'
  | 'closed'
  | 'failed';

/** One own device. `wanted` is what the person switched, `track` what there is. */
export type OwnMedia = {
  wanted: boolean;
  starting: boolean;
  track: MediaStreamTrack | null;
  problem: MediaProblem | null;
};

/** What another participant sends. `muted` while its sender has switched it off. */
export type RemoteStream = {
  producerId: string;
  participantId: string;
  source: Source;
  muted: boolean;
  track: MediaStreamTrack;
};

export type CallState = {
  phase: CallPhase;
  problem: string | null;
  participantId: string | null;
  participants: readonly RoomParticipant[];
  microphone: OwnMedia;
  camera: OwnMedia;
  detail: OwnMedia;
  screen: OwnMedia;
  remotes: readonly RemoteStream[];
  quality: LineQuality;
  /** How much of the own picture the line bears. */
  rung: Rung;
  /** The same of others, by their seats, as far as they have told. */
  rungs: Readonly<Record<string, Rung>>;
  /** The number by which people prove to each other that nobody sits between them. */
  safety: Safety;
};

const nothing: OwnMedia = { wanted: false, starting: false, track: null, problem: null };

export const initialCallState: CallState = {
  phase: 'idle',
  problem: null,
  participantId: null,
  participants: [],
  microphone: nothing,
  camera: nothing,
  detail: nothing,
  screen: nothing,
  remotes: [],
  quality: 'unknown',
  rung: 'full',
  rungs: {},
  safety: noSafety,
};
