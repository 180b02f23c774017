/**
 * Money is integer cents; tariffs in points are turned into cents without a floating-point step.
 * Pure and browser-safe.
 */

/** Integer cents; negative for a correction. */
export type Cents = number;
/** Value of one tariff point in ten-thousandths of a cent: 12.7404 cents is 127404. */
export type PointValue = number;

const parts = 10_000;

/** Checks an amount. Throws RangeError unless it is a safe integer. */
export function cents(amount: number): Cents {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not whole cents: ${amount}`);
  return amount;
}

export const sum = (amounts: readonly Cents[]): Cents =>
  cents(amounts.reduce((all, one) => all + cents(one), 0));

/** Reads a point value as it is published, in cents with up to four decimals, e.g. `'12.7404'`. */
export function pointValue(text: string): PointValue {
  const match = /^(\d{1,4})(?:\.(\d{1,4}))?$/.exec(text);
  if (!match) throw new RangeError(`not a point value: ${text}`);
  return Number(match[1]) * parts + Number((match[2] ?? '').padEnd(4, '0'));
}

/**
 * Cents for one service of `points` points, rounded half up to whole cents. Fee schedules in euro (Euro-
 * Gebührenordnung, § 87a (2) SGB V) round each position once, so a quantity multiplies the rounded amount.
 */
export function fromPoints(points: number, value: PointValue): Cents {
  const exact = cents(points) * cents(value);
  if (points < 0 || value < 0) throw new RangeError('points and their value are not negative');
  return cents(Math.floor((cents(exact) + parts / 2) / parts));
}

/** `1401` → `'14.01'`; the separator is the reader's (`','` in a German CSV). */
export function decimal(amount: Cents, separator: '.' | ',' = '.'): string {
  const digits = String(Math.abs(cents(amount))).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}${separator}${digits.slice(-2)}`;
}
