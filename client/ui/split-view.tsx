import type { ReactNode } from 'react';
import classes from './split-view.module.css';

/**
 * A list at the left and the chosen thing at the right, each scrolling by itself. On narrow screens one at a
 * time: the chosen thing, when there is one (its PageHeader's `back` leads to the list).
 */
export function SplitView(props: {
  list: ReactNode;
  detail: ReactNode;
  chosen: boolean;
  listLabel: string;
  detailLabel: string;
}) {
  return (
    <div className={classes.split} data-chosen={props.chosen || undefined}>
      <section className={classes.list} aria-label={props.listLabel}>
        {props.list}
      </section>
      <section className={classes.detail} aria-label={props.detailLabel}>
        {props.detail}
      </section>
    </div>
  );
}
