import type { Texts } from '../merge-texts.ts';

/** Every feature's texts; a new file is found by itself. */
export const texts = import.meta.glob<Texts>('./*.json', { eager: true, import: 'default' });
