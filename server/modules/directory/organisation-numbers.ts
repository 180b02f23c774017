import { checkBsnr, checkIk, checkLanr, type IdentifierCheck } from './identifiers.ts';

type Kind = 'hospital' | 'practice' | 'care_home' | 'network';

/** `fields`: input name → code of what refuses it; `warnings`: what was taken although doubtful. */
export type Checked<V> = { values: V; fields: Record<string, string>; warnings: Record<string, string> };

// A practice is billed by its BSNR, an institution by its IK; hospitals may have both.
const wanted = {
  practice: { bsnr: 'required', ik: 'none' },
  hospital: { bsnr: 'optional', ik: 'required' },
  care_home: { bsnr: 'none', ik: 'required' },
  network: { bsnr: 'none', ik: 'none' },
} as const;

/** Checks the numbers of an organisation of this kind; numbers that the kind does not have are left out. */
export function organisationNumbers(
  kind: Kind,
  given: { bsnr?: string | null | undefined; ik?: string | null | undefined },
): Checked<{ bsnr: string | null; ik: string | null }> {
  const checked: Checked<{ bsnr: string | null; ik: string | null }> = {
    values: { bsnr: null, ik: null },
    fields: {},
    warnings: {},
  };
  const take = (name: 'bsnr' | 'ik', check: (typed: string) => IdentifierCheck) => {
    const need = wanted[kind][name];
    const typed = given[name] ?? '';
    if (need === 'none' || (need === 'optional' && !typed)) return;
    checked.values[name] = judge(name, check(typed), checked);
  };
  take('bsnr', checkBsnr);
  take('ik', checkIk);
  return checked;
}

/** Checks a physician number; none at all is allowed. */
export function physicianNumber(lanr: string | null | undefined, name = 'lanr') {
  const checked: Checked<{ lanr: string | null }> = { values: { lanr: null }, fields: {}, warnings: {} };
  if (lanr) checked.values.lanr = judge(name, checkLanr(lanr), checked);
  return checked;
}

function judge(
  name: string,
  check: IdentifierCheck,
  { fields, warnings }: Pick<Checked<unknown>, 'fields' | 'warnings'>,
): string | null {
  if (check.verdict === 'invalid') {
    fields[name] = check.problem.endsWith('_missing') ? 'required' : check.problem;
    return null;
  }
  if (check.verdict === 'warn') warnings[name] = check.problem;
  return check.value;
}
