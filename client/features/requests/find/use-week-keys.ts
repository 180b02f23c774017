import { type KeyboardEvent, useEffect, useRef } from 'react';

/**
 * Page Down and Page Up turn the week. The time that had the focus goes with its week, so the focus moves on to the
 * first of the new one, or to the box itself when nothing is free there.
 * @param shown names the week whose times are in view
 */
export function useWeekKeys(shown: string, onTurn: (weeks: number) => void) {
  const box = useRef<HTMLDivElement>(null);
  const leftBy = useRef<string | null>(null);
  useEffect(() => {
    if (leftBy.current === null || leftBy.current === shown) return;
    leftBy.current = null;
    const stop = box.current?.querySelector<HTMLElement>('[data-start][tabindex="0"]');
    (stop ?? box.current)?.focus();
  }, [shown]);
  const onKeyDown = (event: KeyboardEvent) => {
    const turn = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0;
    if (turn === 0) return;
    event.preventDefault();
    leftBy.current = shown;
    onTurn(turn);
  };
  return { ref: box, tabIndex: -1, onKeyDown };
}
