import type { TFunction } from 'i18next';
import { expect, test, vi } from 'vitest';
import { CallError } from './call-error.ts';
import { showFieldErrors } from './form-errors.ts';

// The key itself stands for its text.
const t = ((keys: string[]) => keys[0]) as TFunction;

function form() {
  const focus = vi.fn();
  const setErrors = vi.fn();
  const node = { focus } as Partial<HTMLElement> as HTMLElement;
  return { getValues: () => ({ kvnr: '', question: '' }), setErrors, getInputNode: () => node, focus };
}

test('puts each error beside its field and moves to the first', () => {
  const given = form();
  const error = new CallError('invalid_input', {
    fields: { 'patient.kvnr': 'kvnr_invalid', question: 'too_small' },
  });
  expect(showFieldErrors(t, given, error, { 'patient.kvnr': 'kvnr' })).toBeNull();
  expect(given.setErrors).toHaveBeenCalledWith({ kvnr: 'errors.kvnr_invalid', question: 'errors.too_small' });
  expect(given.focus).toHaveBeenCalledOnce();
});

test('an error of no shown field is told for the whole form', () => {
  const error = new CallError('invalid_input', { fields: { hidden: 'too_big' } });
  expect(showFieldErrors(t, form(), error)).toBe('errors.invalid_input');
  expect(showFieldErrors(t, form(), new CallError('network_lost'))).toBe('errors.network_lost');
});
