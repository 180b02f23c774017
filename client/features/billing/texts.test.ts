import { expect, it } from 'vitest';
import { billingReasons } from '../../../server/modules/billing/reasons.ts';
import { tariffsWith } from '../../../server/modules/billing/tariffs/default-tariffs.ts';
import german from '../../locales/de/billing.json' with { type: 'json' };
import english from '../../locales/en/billing.json' with { type: 'json' };

it('says every reason in words and tells what it means, and no other', () => {
  for (const { reason } of [german, english]) {
    expect(Object.keys(reason).sort()).toEqual([...billingReasons].sort());
  }
});

it('names every code that a rule claims', () => {
  const claimed = ['01670', '01671', '01672', 'P-HEIM-EIL'];
  expect(tariffsWith().items.map(({ code }) => code)).toEqual(expect.arrayContaining(claimed));
  for (const { code } of [german, english]) expect(Object.keys(code)).toEqual(claimed);
});
