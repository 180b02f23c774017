import { type CSSProperties, type ReactNode, useId } from 'react';
import classes from './option-cards.module.css';

export type Option<V extends string> = { value: V; label: ReactNode; hint?: ReactNode };

/** One choice of several as cards: real radio buttons, so arrow keys move between them. */
export function OptionCards<V extends string>(props: {
  legend: ReactNode;
  options: readonly Option<V>[];
  value: V | null;
  onChange: (value: V) => void;
  /** Smallest width of a card, e.g. "14rem". */
  width?: string;
  id?: string;
  error?: ReactNode;
  required?: boolean;
}) {
  const name = useId();
  const style: CSSProperties & Record<'--card', string> = { '--card': props.width ?? '14rem' };
  return (
    <fieldset id={props.id} className={classes.cards} style={style}>
      <legend>
        {props.legend}
        {props.required && (
          <span className={classes.star} aria-hidden>
            {' *'}
          </span>
        )}
      </legend>
      <div className={classes.grid}>
        {props.options.map((option) => (
          <label key={option.value} className={classes.card}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            <span className={classes.dot} aria-hidden />
            <span className={classes.words}>
              <span className={classes.label}>{option.label}</span>
              {option.hint !== undefined && <span className={classes.hint}>{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {props.error !== undefined && <p className={classes.error}>{props.error}</p>}
    </fieldset>
  );
}
