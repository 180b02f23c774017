import { type ReactNode, useId } from 'react';
import classes from './toggle-chips.module.css';

/** Several of a few: real check boxes that look like buttons. None chosen means any. */
export function ToggleChips<V extends string | number>(props: {
  legend: ReactNode;
  hint?: ReactNode;
  options: readonly { value: V; label: string; title?: string }[];
  chosen: readonly V[];
  onToggle: (value: V) => void;
}) {
  const hint = useId();
  return (
    <fieldset className={classes.chips} aria-describedby={props.hint === undefined ? undefined : hint}>
      <legend>{props.legend}</legend>
      {props.hint !== undefined && (
        <p id={hint} className={classes.hint}>
          {props.hint}
        </p>
      )}
      <div className={classes.row}>
        {props.options.map((option) => (
          <label key={option.value} className={classes.chip}>
            <input
              type="checkbox"
              aria-label={option.title}
              checked={props.chosen.includes(option.value)}
              onChange={() => props.onToggle(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
