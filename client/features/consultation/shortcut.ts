export type Shortcut = 'microphone' | 'camera';

/** The keys that the bar shows at its buttons. */
export const shortcutKeys: Record<Shortcut, string> = { microphone: 'M', camera: 'V' };

type Press = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'repeat'>;

/** What a key press asks for. Nothing with another key held, none of a key that stays down, and none while one writes. */
export function shortcutOf(press: Press, isWriting: boolean): Shortcut | null {
  if (isWriting || press.repeat || press.altKey || press.ctrlKey || press.metaKey) return null;
  const key = press.key.toUpperCase();
  if (key === shortcutKeys.microphone) return 'microphone';
  return key === shortcutKeys.camera ? 'camera' : null;
}
