import type { CSSProperties } from 'react';
import classes from './initials.module.css';

/** A person as a coloured circle with initials: the same name has the same colour everywhere. Decoration only. */
export function Initials(props: { name: string; size?: number }) {
  const size = props.size ?? 44;
  const style: CSSProperties & Record<'--hue', number> = {
    width: size,
    height: size,
    fontSize: size * 0.38,
    '--hue': hueOf(props.name),
  };
  return (
    <span aria-hidden="true" className={classes.initials} style={style}>
      {initialsOf(props.name)}
    </span>
  );
}

/** First letters of the first and the last word, titles left out: "Dr. med. Anna von Ohlen" → AO. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '' && !word.endsWith('.'));
  const [first, last] = [words[0] ?? '', words.length > 1 ? (words.at(-1) ?? '') : ''];
  return (first.slice(0, 1) + last.slice(0, 1)).toUpperCase();
}

// Twelve hues, far from the red of danger.
function hueOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return 80 + (sum % 12) * 23;
}
