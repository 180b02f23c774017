import { useEffect, useState } from 'preact/hooks';
import type { Store } from '../call/store.ts';

/** The value of a store, shown anew whenever it changes. */
export function useStore<T extends object>({
  snapshot,
  subscribe,
}: Pick<Store<T>, 'snapshot' | 'subscribe'>): T {
  const [value, setValue] = useState(snapshot);
  useEffect(() => {
    const show = () => setValue(snapshot());
    show();
    return subscribe(show);
  }, [snapshot, subscribe]);
  return value;
}
