import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { EventState } from '../../../server/modules/billing/contract.ts';

export const tabs = ['events', 'sums', 'exports'] as const;
export type Tab = (typeof tabs)[number];

export type BillingView = {
  quarter: string | null;
  tab: Tab;
  /** Null = all. */
  state: EventState | null;
  reason: string | null;
  organisation: string | null;
};
const names = { quarter: 'quartal', tab: 'ansicht', state: 'stand', reason: 'grund', organisation: 'stelle' };

/**
 * What is looked at stands in the address, so that a reload, a bookmark or a link shows the same. What was typed into
 * the search does not: it may be an insurance number.
 */
export function useBillingView() {
  const [params, setParams] = useSearchParams();
  const [search, setSearch] = useState('');
  const state = params.get(names.state);
  const view: BillingView = {
    quarter: params.get(names.quarter),
    tab: tabs.find((tab) => tab === params.get(names.tab)) ?? 'events',
    // Without a word in the address: what goes into the next proof of service.
    state: state === null ? 'ready' : (EventState.options.find((one) => one === state) ?? null),
    reason: params.get(names.reason),
    organisation: params.get(names.organisation),
  };
  const change = (changes: Partial<BillingView>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          const key = names[name as keyof BillingView];
          if (name === 'state') next.set(key, value ?? 'alle');
          else if (value === null) next.delete(key);
          else next.set(key, value);
        }
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return { view, change, search, setSearch };
}
export type ViewControl = ReturnType<typeof useBillingView>;
