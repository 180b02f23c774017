import { expect, test } from 'vitest';
import { additionOf, emptyDraft, type UrgentDraft } from './urgent-draft.ts';
import { whatHinders, whatHindersAdding } from './what-hinders.ts';

const complete: UrgentDraft = { ...emptyDraft, patientId: 'p', situations: ['fever'], giver: 'presumed' };

test.each<[Partial<UrgentDraft>, string | null, number]>([
  [{ patientId: null }, 'resident', 0],
  [{ situations: [] }, 'situation', 1],
  [{ situations: ['other'] }, 'note', 1],
  [{ situations: ['other'], note: 'Sonde gezogen' }, null, 1],
  [{ vitals: { ...emptyDraft.vitals, texts: { oxygenSaturation: '130' } } }, 'values', 2],
  [{ vitals: { ...emptyDraft.vitals, texts: { oxygenSaturation: '79' } } }, null, 2],
  [{ urgency: 'today' }, 'reason', 3],
  [{ urgency: 'today', urgencyReason: 'Seit Jahren so' }, null, 3],
  [{ urgency: 'immediate' }, null, 3],
  [{ giver: null }, 'consent', 3],
  [{ giver: 'guardian' }, 'consentName', 3],
  [{ giver: 'guardian', giverName: 'Test' }, null, 3],
])('%j', (change, hindrance, step) => {
  expect(whatHinders({ ...complete, ...change }, 'urgent')[step]).toBe(hindrance);
});

test.each<[Partial<UrgentDraft>, string | null, number]>([
  [{}, 'nothing', 3],
  [{ situations: ['fever'] }, null, 3],
  [{ background: 'COPD' }, null, 3],
  [{ pictures: [{ id: 'a', kind: 'wound', attachmentId: null }] }, null, 3],
  [{ vitals: { ...emptyDraft.vitals, texts: { pulse: '110' } } }, null, 3],
  [{ vitals: { ...emptyDraft.vitals, texts: { oxygenSaturation: '130' } } }, 'values', 2],
  // Consent and reason stand with the open request already.
  [{ note: 'Schlechter', urgency: 'today', giver: null }, null, 3],
])('added: %j', (change, hindrance, step) => {
  const draft = { ...emptyDraft, patientId: 'p', ...change };
  const hinders = whatHindersAdding(draft);
  expect(hinders[step]).toBe(hindrance);
  if (hindrance === null) expect(hinders).toEqual([null, null, null, null]);
});

test('everything that was typed is in what is added', () => {
  const draft: UrgentDraft = {
    ...emptyDraft,
    patientId: 'p',
    situations: ['fever'],
    note: ' schlechter ',
    background: 'COPD',
    onset: 'hours',
    wanted: 'look',
    urgency: 'urgent',
    phone: '0441 1234567',
    pregnant: false,
    vitals: { texts: { temperature: '38.9' }, onOxygen: true, consciousness: 'voice' },
    pictures: [{ id: 'a', kind: 'wound', attachmentId: 'b' }],
  };
  expect(additionOf(draft, 'r', 'today')).toEqual({
    requestId: 'r',
    vitals: expect.objectContaining({ temperature: 38.9, onOxygen: true, consciousness: 'voice' }),
    situations: ['fever'],
    situationNote: 'schlechter',
    background: 'COPD',
    onset: 'hours',
    wanted: 'look',
    pregnant: false,
    urgency: 'urgent',
    callbackPhone: '0441 1234567',
    attachments: ['b'],
  });
});
