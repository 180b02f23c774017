import { Tooltip } from '@mantine/core';
import { type Icon, IconInfoCircle, IconTrendingDown, IconTrendingUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './stat-tile.module.css';
import type { Tone } from './tone.ts';

/** One number with its name. With `onClick` it is a filter; `children` hold a line over time. */
export function StatTile(props: {
  label: string;
  value: ReactNode;
  unit?: string;
  hint?: ReactNode;
  tone?: Tone;
  icon?: Icon;
  /** How the number is made; shown at the i. */
  definition?: string;
  trend?: { direction: 'up' | 'down'; text: string; tone: Tone };
  selected?: boolean;
  onClick?: () => void;
  children?: ReactNode;
}) {
  const Sign = props.icon;
  const Arrow = props.trend?.direction === 'down' ? IconTrendingDown : IconTrendingUp;
  const content = (
    <>
      <span className={classes.label}>
        {Sign && (
          <span className={classes.sign}>
            <Sign size={20} aria-hidden />
          </span>
        )}
        {props.label}
      </span>
      <span className={classes.value}>
        {props.value}
        {props.unit !== undefined && <span className={classes.unit}>{props.unit}</span>}
      </span>
      {props.trend && (
        <span className={classes.trend} data-tone={props.trend.tone}>
          <Arrow size={20} aria-hidden />
          {props.trend.text}
        </span>
      )}
      {props.hint !== undefined && <span className={classes.hint}>{props.hint}</span>}
      {props.children}
    </>
  );
  const common = { className: classes.tile, 'data-tone': props.tone ?? 'action' };
  return (
    <div className={classes.frame}>
      {props.onClick ? (
        <button type="button" {...common} aria-pressed={props.selected ?? false} onClick={props.onClick}>
          {content}
        </button>
      ) : (
        <div {...common}>{content}</div>
      )}
      {props.definition !== undefined && (
        <Tooltip
          label={props.definition}
          multiline
          maw={340}
          events={{ hover: true, focus: true, touch: true }}
        >
          <button type="button" className={classes.info} aria-label={props.definition}>
            <IconInfoCircle size={22} aria-hidden />
          </button>
        </Tooltip>
      )}
    </div>
  );
}
