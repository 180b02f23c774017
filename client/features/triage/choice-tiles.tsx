import type { Icon } from '@tabler/icons-react';
import type { CSSProperties, ReactNode } from 'react';
import classes from './choice-tiles.module.css';

export type Choice<V extends string> = {
  value: V;
  label: ReactNode;
  hint?: ReactNode;
  icon?: Icon;
  /** Red edge: life may be at risk. */
  alarming?: boolean;
};

/** Big tiles to tap. `chosen` holds one or several values; a second tap takes a choice back. */
export function ChoiceTiles<V extends string>(props: {
  label: string;
  choices: readonly Choice<V>[];
  chosen: readonly V[];
  onToggle: (value: V) => void;
  /** Smallest width of a tile, e.g. "11rem". */
  width?: string;
  /** Icon beside the words instead of above them. */
  flat?: boolean;
}) {
  const style: CSSProperties & Record<'--tile', string> = { '--tile': props.width ?? '10.5rem' };
  return (
    <fieldset
      className={classes.tiles}
      style={style}
      data-pairs={props.width !== '100%' || undefined}
      aria-label={props.label}
    >
      {props.choices.map(({ value, label, hint, icon: Sign, alarming }) => (
        <button
          key={value}
          type="button"
          className={classes.tile}
          aria-pressed={props.chosen.includes(value)}
          data-alarming={alarming || undefined}
          data-flat={props.flat || undefined}
          onClick={() => props.onToggle(value)}
        >
          {Sign && <Sign size={props.flat ? 24 : 28} stroke={1.7} aria-hidden />}
          <span>
            <span className={classes.label}>{label}</span>
            {hint !== undefined && <span className={classes.hint}>{hint}</span>}
          </span>
        </button>
      ))}
    </fieldset>
  );
}
