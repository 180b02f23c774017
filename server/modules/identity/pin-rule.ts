export type PinProblem = 'pin_format' | 'pin_too_simple';

/**
 * Whether a chosen PIN is good enough: four to eight digits, none that a bystander would try first. It is worth
 * something only at a station of the own house, and only a few times in a row.
 */
export function pinProblem(pin: string): PinProblem | null {
  if (!/^\d{4,8}$/.test(pin)) return 'pin_format';
  const digits = [...pin].map(Number);
  const steps = digits.slice(1).map((digit, at) => digit - (digits[at] ?? 0));
  const isEven = steps.every((step) => step === steps[0] && Math.abs(step) <= 1);
  const isRepeated = pin.length % 2 === 0 && pin.slice(0, pin.length / 2) === pin.slice(pin.length / 2);
  return isEven || isRepeated ? 'pin_too_simple' : null;
}
