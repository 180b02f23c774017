import { useEffect, useSyncExternalStore } from 'react';
import { onSoundState, openSound, ring, type SoundState, soundState } from '../lib/ringer.ts';

/** Whether sound can be heard, followed live. Asking once opens the line to the loudspeaker. */
export function useSound(): { state: SoundState; open: () => void } {
  const state = useSyncExternalStore(onSoundState, soundState);
  useEffect(() => {
    void openSound();
    const open = () => void openSound();
    // Any press anywhere on the page is the permission that browsers ask for.
    window.addEventListener('pointerdown', open);
    window.addEventListener('keydown', open);
    return () => {
      window.removeEventListener('pointerdown', open);
      window.removeEventListener('keydown', open);
    };
  }, []);
  return { state, open: () => void openSound() };
}

/** Rings as long as `active`; shows nothing. Pages that ring also show a {@link SoundGate}. */
export function useRinging(active: boolean): void {
  useEffect(() => (active ? ring() : undefined), [active]);
}
