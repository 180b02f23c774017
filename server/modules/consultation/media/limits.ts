/** Bounds of one room and of one peer; what is beyond is refused, and never reaches a worker. */
export const limits = {
  peersPerRoom: 8,
  /** One per source. */
  producersPerPeer: 4,
  consumersPerPeer: 32,
  /** Bits per second that a peer may send, all streams together. */
  incomingBitrate: 4_000_000,
  /** Bits per second with which the estimate towards a peer starts; a rural line is better asked for less. */
  initialOutgoingBitrate: 600_000,
  /** A peer whose connection has been gone so long is no longer in the room. */
  lostAfterMs: 60_000,
  /** A room that has been empty so long is closed; the next join opens it again. */
  emptyRoomMs: 600_000,
  /** How long a join waits for a dead worker's successor. */
  workerWaitMs: 3_000,
  /** The media process ends after so long without connected peers and without a control connection. */
  idleExitMs: 5_000,
  /** Events kept while nobody listens; beyond, the oldest are dropped. */
  bufferedEvents: 5_000,
  /** How long the web server waits for an answer of the media process. */
  callMs: 10_000,
  /** Longest line on the control socket, in characters. */
  lineLength: 1_000_000,
} as const;
