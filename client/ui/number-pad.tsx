import { IconBackspace } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../lib/i18n.ts';
import classes from './number-pad.module.css';

/**
 * Big keys for a number, for tablets: no system keyboard covers the page, a hardware keyboard works too.
 * `value` is what was typed, with a point as decimal mark ('' for nothing); shown with the language's mark.
 */
export function NumberPad(props: {
  label: string;
  unit?: string;
  value: string;
  onChange: (value: string) => void;
  decimals?: 0 | 1;
  maxDigits?: number;
  error?: string | null;
  hint?: string;
  /** Nobody reads along: shown as dots. */
  secret?: boolean;
}) {
  const { t } = useTranslation();
  const mark = useLocale() === 'de' ? ',' : '.';
  const id = useId();
  const { value, onChange, decimals = 0, maxDigits = 3 } = props;
  const accept = (typed: string) => {
    const next = typed.replace(',', '.').replace(/[^\d.]/g, '');
    const [whole = '', rest, ...more] = next.split('.');
    const fits = whole.length <= maxDigits && (rest?.length ?? 0) <= decimals && more.length === 0;
    if (fits && (decimals > 0 || rest === undefined)) onChange(next);
  };
  const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', decimals > 0 ? '.' : '', '0'];
  return (
    <div className={classes.pad}>
      <label htmlFor={id} className={classes.label}>
        {props.label}
      </label>
      <div className={classes.display} data-error={props.error ? true : undefined}>
        <input
          id={id}
          type={props.secret ? 'password' : 'text'}
          inputMode="none"
          autoComplete="off"
          value={value.replace('.', mark)}
          onChange={(event) => accept(event.currentTarget.value)}
          aria-invalid={props.error ? true : undefined}
          aria-describedby={`${id}-hint`}
        />
        {props.unit !== undefined && <span>{props.unit}</span>}
      </div>
      <p id={`${id}-hint`} className={classes.hint} data-error={props.error ? true : undefined}>
        {props.error || props.hint}
      </p>
      <div className={classes.keys}>
        {keys.map((key) =>
          key === '' ? (
            <span key="none" />
          ) : (
            <button key={key} type="button" onClick={() => accept(value + key)}>
              {key === '.' ? mark : key}
            </button>
          ),
        )}
        <button type="button" aria-label={t('ui.pad.erase')} onClick={() => onChange(value.slice(0, -1))}>
          <IconBackspace size={30} aria-hidden />
        </button>
      </div>
    </div>
  );
}
