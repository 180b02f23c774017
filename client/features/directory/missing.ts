import type { TFunction } from 'i18next';

/** Which of the named fields are still empty, all at once; what is wrong with the others the server says. */
export function missing<V extends object>(
  t: TFunction,
  values: V,
  names: readonly (keyof V & string)[],
): Record<string, string> {
  const empty = names.filter((name) => String(values[name] ?? '').trim() === '');
  return Object.fromEntries(empty.map((name) => [name, t('errors.required')]));
}
