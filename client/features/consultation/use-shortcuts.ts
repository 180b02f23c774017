import { useEffect } from 'react';
import type { CallClient } from '../../call/call-client.ts';
import { shortcutOf } from './shortcut.ts';

/** M and V switch microphone and camera, anywhere in the room but where something is written or asked. */
export function useShortcuts(client: CallClient): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const at = event.target instanceof HTMLElement ? event.target : null;
      const isWriting = at?.closest('input, textarea, select, [contenteditable], [role="dialog"]') != null;
      const shortcut = shortcutOf(event, isWriting);
      if (!shortcut) return;
      const { wanted, track } = client.snapshot()[shortcut];
      void client.switch(shortcut, !(wanted && track !== null));
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [client]);
}
