import { useLayoutEffect } from 'react';

const attribute = 'data-mantine-color-scheme';

/** The room is dark whatever the rest is, with everything that opens over it; the person's own choice comes back. */
export function useDark(): void {
  useLayoutEffect(() => {
    const root = document.documentElement;
    const before = root.getAttribute(attribute);
    root.setAttribute(attribute, 'dark');
    return () => root.setAttribute(attribute, before ?? 'light');
  }, []);
}
