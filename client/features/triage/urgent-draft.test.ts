import { expect, test } from 'vitest';
import { bodyOf, emptyDraft, questionOf, suggestionOf, type UrgentDraft } from './urgent-draft.ts';

const draft = (change: Partial<UrgentDraft>): UrgentDraft => ({ ...emptyDraft, ...change });

test('the question joins what was tapped and what was written, in one line', () => {
  const asked = questionOf(
    draft({ situations: ['fever', 'other'], note: 'isst nicht,\n trinkt wenig ' }),
    (one) => `<${one}>`,
  );
  expect(asked).toBe('<fever>. isst nicht, trinkt wenig');
  expect(questionOf(draft({ note: 'x'.repeat(900) }), String).length).toBe(400);
});

test('nothing is sent before the resident and who consents are chosen', () => {
  expect(bodyOf(draft({ giver: 'presumed' }), 'today', 'Frage')).toBeNull();
  expect(bodyOf(draft({ patientId: 'p' }), 'today', 'Frage')).toBeNull();
  expect(bodyOf(draft({ patientId: 'p', giver: 'presumed' }), 'urgent', 'Frage')).toMatchObject({
    urgency: 'urgent',
    specialtyCode: null,
    callbackPhone: null,
    consent: { giver: 'presumed', form: 'verbal' },
  });
});

test('the urgency is suggested while typing', () => {
  const typed = {
    texts: { respiratoryRate: '26', pulse: '115', temperature: '39.5' },
    onOxygen: null,
    consciousness: null,
  };
  expect(suggestionOf(draft({ vitals: typed }), { ageYears: 84 }, '2026-11-23')).toMatchObject({
    urgency: 'immediate',
    because: ['news2_high'],
  });
});
