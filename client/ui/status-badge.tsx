import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './status-badge.module.css';
import { type Tone, toneIcons } from './tone.ts';

/** A state as icon, word and colour. `filled` for the one that must be seen first. */
export function StatusBadge(props: { tone: Tone; children: ReactNode; icon?: Icon; filled?: boolean }) {
  const Sign = props.icon ?? toneIcons[props.tone];
  return (
    <span className={classes.badge} data-tone={props.tone} data-filled={props.filled || undefined}>
      <Sign size={18} stroke={2} aria-hidden />
      {props.children}
    </span>
  );
}
