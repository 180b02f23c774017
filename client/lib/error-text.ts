import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { CallError } from './call-error.ts';

/** What happened, in the person's language, from a stable code (`errors.<code>`). */
export function errorText(t: TFunction, error: unknown): string {
  const code = error instanceof CallError ? error.code : 'unknown';
  return t([`errors.${code}`, 'errors.unknown']);
}

/** The text of a field's code; an unknown code still says that the entry is wrong. */
export function fieldText(t: TFunction, code: string): string {
  return t([`errors.${code}`, 'errors.invalid']);
}

export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation();
  return useCallback((error) => errorText(t, error), [t]);
}
