/**
 * What is sent of the picture, best first: all sizes; all but the largest; the smallest; one picture a second; nothing
 * but sound.
 */
export const rungs = ['full', 'half', 'low', 'still', 'sound'] as const;
export type Rung = (typeof rungs)[number];

/** Kept free for sound, in bit/s: Opus at 32 kbit/s and the headers of RTP, SRTP and SFrame at 50 packets a second. */
export const soundReserve = 48_000;
/** What the picture needs beside the sound, in bit/s; below it the next rung is the better picture. */
const pictureNeeds: Record<Rung, number> = {
  full: 450_000,
  half: 200_000,
  low: 30_000,
  still: 12_000,
  sound: 0,
};
/** What a line has to carry for a rung, in bit/s. */
export const needOf = (rung: Rung): number => (rung === 'sound' ? 0 : soundReserve + pictureNeeds[rung]);

/** What the sending connection says of itself; null where it cannot say. */
export type LineSample = {
  /** In ms, never going back. */
  at: number;
  /** Estimate of what the line carries, in bit/s. */
  available: number | null;
  /** Share of our packets that the server missed, 0 to 1. */
  loss: number | null;
  /** In seconds. */
  roundTrip: number | null;
};

export type Ladder = {
  rung: Rung;
  /** When it came to this rung, in ms. */
  since: number;
  /** Since when every sample asked for a lower one, respectively let a higher one try; in ms, null when not. */
  weakSince: number | null;
  goodSince: number | null;
  /** Climbs in a row that did not hold: each doubles the wait before the next one. */
  slips: number;
  /** It came to this rung by climbing. */
  climbed: boolean;
};

/** In ms. A rung is held for `dwell` at least, so that people see one picture and not a flicker. */
export const dwell = 4_000;
const weakFor = 2_000;
/** So long a line that says it carries more is watched before the next rung is tried. */
const goodFor = 6_000;
/** An estimate rises only with what is sent: a line that is merely without trouble is tried after so long. */
const quietFor = 15_000;
const longestWait = 120_000;
/** Who falls back within this time has slipped. */
const slipWithin = 20_000;
/** An estimate trembles: to climb it must lie so much above the need. */
const margin = 1.25;

/** Shares of lost packets and seconds of round trip beyond which less picture is sent, whatever the estimate says. */
const troubles = [
  { loss: 0.4, roundTrip: 3, rung: 'sound' },
  { loss: 0.3, roundTrip: 1.8, rung: 'still' },
  { loss: 0.15, roundTrip: 1, rung: 'low' },
] as const satisfies { loss: number; roundTrip: number; rung: Rung }[];
const calm = { loss: 0.05, roundTrip: 0.5 };

/** Estimates begin low and need so long to find the line's measure, in ms. */
const settling = 4_000;

/** Begins on top: the browser itself starts small and adds the larger pictures as the line shows what it carries. */
export const topOfLadder = (at: number): Ladder => ({
  rung: 'full',
  since: at + settling,
  weakSince: null,
  goodSince: null,
  slips: 0,
  climbed: false,
});

/**
 * The rung after one more sample. Falls at once where the sound itself is in danger, else when the line has been weak
 * for two seconds, as far as it must; climbs one rung at a time, and ever later when climbs do not hold.
 */
export function nextRung(ladder: Ladder, sample: LineSample): Ladder {
  const bearable = bearableRung(sample);
  const at = sample.at;
  const isWeak = below(bearable, ladder.rung);
  const weakSince = isWeak ? (ladder.weakSince ?? at) : null;
  if (isWeak && (endangersSound(ladder.rung, sample) || isDue(weakSince, at, weakFor, ladder.since)))
    return fall(ladder, bearable, at);
  const above = rungs[rungs.indexOf(ladder.rung) - 1];
  const promise = above && !isWeak ? promiseOf(above, ladder.rung, sample) : null;
  const goodSince = promise === null ? null : (ladder.goodSince ?? at);
  const holds = ladder.climbed && at - ladder.since > slipWithin;
  const slips = holds ? 0 : ladder.slips;
  const wait = promise === 'carries' ? goodFor : quietFor;
  if (above && promise && isDue(goodSince, at, Math.min(longestWait, wait * 2 ** slips), ladder.since))
    return { rung: above, since: at, weakSince: null, goodSince: null, slips, climbed: true };
  return { ...ladder, weakSince, goodSince, slips };
}

function fall(ladder: Ladder, rung: Rung, at: number): Ladder {
  const slipped = ladder.climbed && at - ladder.since <= slipWithin;
  const slips = slipped ? ladder.slips + 1 : ladder.slips;
  return { rung, since: at, weakSince: null, goodSince: null, slips, climbed: false };
}

/** The best rung that the line bears now. */
function bearableRung({ available, loss, roundTrip }: LineSample): Rung {
  const carried = rungs.find((rung) => available === null || available >= needOf(rung)) ?? 'sound';
  const trouble = troubles.find((one) => (loss ?? 0) > one.loss || (roundTrip ?? 0) > one.roundTrip);
  return trouble && below(trouble.rung, carried) ? trouble.rung : carried;
}

const below = (one: Rung, other: Rung): boolean => rungs.indexOf(one) > rungs.indexOf(other);

/** Picture is sent though the line carries the sound alone, if that. */
const endangersSound = (rung: Rung, { available }: LineSample): boolean =>
  rung !== 'sound' && available !== null && available < soundReserve;

const isDue = (since: number | null, at: number, wait: number, rungSince: number): boolean =>
  since !== null && at - since >= wait && at - rungSince >= dwell;

/**
 * `carries`: the estimate suffices for the rung above. `quiet`: it does not, but suffices for this one and nothing
 * is amiss; what is not sent cannot show in an estimate. Null where a climb would be foolish.
 */
function promiseOf(above: Rung, own: Rung, { available, loss, roundTrip }: LineSample) {
  if ((loss ?? 0) > calm.loss || (roundTrip ?? 0) > calm.roundTrip) return null;
  if (available === null || available >= needOf(above) * margin) return 'carries';
  return available >= needOf(own) && available >= soundReserve ? 'quiet' : null;
}
