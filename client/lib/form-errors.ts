import type { TFunction } from 'i18next';
import { CallError } from './call-error.ts';
import { errorText, fieldText } from './error-text.ts';

/**
 * Puts a refusal's field errors beside the fields of a Mantine form and moves there.
 * @param form `useForm(…)`; only the two functions used are asked for.
 * @param names wire name → form name, where they differ.
 * @returns the text for the whole form, or null when every error stands beside a field.
 */
export function showFieldErrors(
  t: TFunction,
  form: {
    getValues: () => object;
    setErrors: (errors: Record<string, string>) => void;
    getInputNode?: (path: string) => HTMLElement | null;
  },
  error: unknown,
  names: Record<string, string> = {},
): string | null {
  const fields = error instanceof CallError ? Object.entries(error.fields) : [];
  const known = fields
    .map(([name, code]) => [names[name] ?? name, fieldText(t, code)] as const)
    .filter(([name]) => (name.split('.')[0] ?? name) in form.getValues());
  form.setErrors(Object.fromEntries(known));
  const first = known[0];
  if (first !== undefined) form.getInputNode?.(first[0])?.focus();
  return known.length > 0 && known.length === fields.length ? null : errorText(t, error);
}
