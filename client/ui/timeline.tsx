import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Time } from './time.tsx';
import classes from './timeline.module.css';
import { type Tone, toneIcons } from './tone.ts';

export type TimelineItem = {
  id: string;
  title: ReactNode;
  /** Instant; leave out for what has no time yet. */
  at?: string;
  tone?: Tone;
  icon?: Icon;
  children?: ReactNode;
};

/** What happened and what comes, one under the other. The order is the caller's. */
export function Timeline(props: { items: readonly TimelineItem[]; label: string }) {
  return (
    <ol className={classes.line} aria-label={props.label}>
      {props.items.map((item) => {
        const Sign = item.icon ?? toneIcons[item.tone ?? 'neutral'];
        return (
          <li key={item.id} data-tone={item.tone ?? 'neutral'}>
            <span className={classes.sign}>
              <Sign size={20} stroke={1.9} aria-hidden />
            </span>
            <div className={classes.body}>
              <div className={classes.head}>
                <span className={classes.title}>{item.title}</span>
                {item.at !== undefined && (
                  <span className={classes.at}>
                    <Time at={item.at} />
                  </span>
                )}
              </div>
              {item.children}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
