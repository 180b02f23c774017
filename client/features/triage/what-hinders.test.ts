import { expect, test } from 'vitest';
import { emptyDraft, type UrgentDraft } from './urgent-draft.ts';
import { whatHinders } from './what-hinders.ts';

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
