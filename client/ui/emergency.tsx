import { IconUrgent } from '@tabler/icons-react';
import classes from './emergency.module.css';

/** The number for danger to life, always to be had, and on a phone to be called by a press. */
export function Emergency(props: { text: string; compact?: boolean }) {
  const number = '112';
  return (
    <a href={`tel:${number}`} className={classes.emergency} data-compact={props.compact || undefined}>
      <IconUrgent size={24} aria-hidden />
      <span className={classes.text}>{props.text}</span>
      <strong>{number}</strong>
    </a>
  );
}
