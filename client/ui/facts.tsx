import type { ReactNode } from 'react';
import classes from './facts.module.css';

/** Labels and values in two columns; a value that is not there is left out by the caller. */
export function Facts(props: { items: readonly { label: string; value: ReactNode }[] }) {
  return (
    <dl className={classes.facts}>
      {props.items.map((item) => (
        <div key={item.label}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
