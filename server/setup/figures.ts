/** What a measurement found. A file `test/load/<area>.bench.ts` exports `bench(): Promise<Figure[]>`. */
export type Figure = {
  /** `<area>.<what>`, in words with underscores. */
  name: string;
  value: number;
  /** `ratio`, `ms`, `per_second`, … */
  unit: string;
  /** Nothing when the figure only informs. */
  goal?: { atLeast: number } | { atMost: number };
};

/** Whether a figure reaches its goal; true when it has none. */
export const isReached = ({ value, goal }: Figure): boolean =>
  !goal || ('atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost);

/** For people and programs alike, e.g. `bench booking.http_ratio 0.43 ratio goal>=0.40 ok`. */
export const lineOf = (figure: Figure): string => {
  const { name, value, unit, goal } = figure;
  const words = ['bench', name, written(value), unit];
  if (goal) {
    words.push('atLeast' in goal ? `goal>=${written(goal.atLeast)}` : `goal<=${written(goal.atMost)}`);
    words.push(isReached(figure) ? 'ok' : 'short');
  }
  return words.join(' ');
};

/** Two places after the point below a hundred, none for whole numbers from ten on; so many are worth telling. */
const written = (value: number): string => {
  if (Number.isInteger(value) && (value === 0 || Math.abs(value) >= 10)) return String(value);
  return value.toFixed(Math.abs(value) < 100 ? 2 : 0);
};
