/** Whether a way to the media server leads there; `absent`: this installation has no relay. */
export type WayState = 'open' | 'blocked' | 'absent';

/** What a test of the line found. Bitrates in bit/s over what was sent and came back; null where nothing flowed. */
export type LineResult = {
  ways: { udp: WayState; tcp: WayState; relay: WayState };
  up: number | null;
  down: number | null;
  roundTripMs: number | null;
  /** Share of lost packets there and back, 0 to 1. */
  loss: number | null;
};

export type DevicesResult = { microphone: 'works' | 'silent' | 'none'; camera: 'works' | 'none' };

/** In words: all is well; it will do; sound alone, or stills; nothing gets through. */
export type Verdict = 'good' | 'usable' | 'soundOnly' | 'blocked';
/** What to do about it; each is a sentence. */
export type Advice =
  | 'allBlocked'
  | 'onlyRelay'
  | 'udpBlocked'
  | 'relayBroken'
  | 'slowUp'
  | 'slowDown'
  | 'far'
  | 'lossy'
  | 'noMicrophone'
  | 'silentMicrophone'
  | 'noCamera';

/** Bounds in bit/s, ms and shares: from the least a picture needs beside the sound, and what the ladder in a call bears. */
const good = { bitrate: 600_000, roundTripMs: 250, loss: 0.03 };
const usable = { bitrate: 130_000, roundTripMs: 600, loss: 0.12 };

/** Judges the line by its weaker direction. */
export function verdictOf(line: LineResult): Verdict {
  const { udp, tcp, relay } = line.ways;
  if (![udp, tcp, relay].includes('open')) return 'blocked';
  // A way that opens and then carries nothing to measure is of no use for pictures.
  if (line.up === null || line.down === null) return 'soundOnly';
  const within = (bound: typeof good) =>
    Math.min(line.up ?? 0, line.down ?? 0) >= bound.bitrate &&
    (line.roundTripMs ?? 0) <= bound.roundTripMs &&
    (line.loss ?? 0) <= bound.loss;
  // A call over TCP or a relay works, but stumbles where packets are lost.
  if (within(good)) return udp === 'open' ? 'good' : 'usable';
  return within(usable) ? 'usable' : 'soundOnly';
}

/** What to do, the gravest first; nothing where all is well. */
export function adviceFor(line: LineResult, devices: DevicesResult | null): Advice[] {
  const { ways, up, down, roundTripMs, loss } = line;
  const advice: (Advice | false)[] = [
    ways.udp !== 'open' && ways.tcp !== 'open' && ways.relay !== 'open' && 'allBlocked',
    ways.udp === 'blocked' && ways.tcp === 'blocked' && ways.relay === 'open' && 'onlyRelay',
    ways.udp === 'blocked' && ways.tcp === 'open' && 'udpBlocked',
    ways.relay === 'blocked' && (ways.udp === 'open' || ways.tcp === 'open') && 'relayBroken',
    up !== null && up < good.bitrate && 'slowUp',
    down !== null && up !== null && up >= good.bitrate && down < good.bitrate && 'slowDown',
    (roundTripMs ?? 0) > good.roundTripMs && 'far',
    (loss ?? 0) > good.loss && 'lossy',
    devices?.microphone === 'none' && 'noMicrophone',
    devices?.microphone === 'silent' && 'silentMicrophone',
    devices?.camera === 'none' && 'noCamera',
  ];
  return advice.filter((one): one is Advice => one !== false);
}
