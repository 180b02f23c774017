import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/format.ts';
import classes from './finder.module.css';
import type { ListRow } from './list-rows.ts';

/** One free time in the list: when, with whom, where, how long. */
export function ListTime(props: {
  row: ListRow & { gone: boolean };
  isChosen: boolean;
  busy: boolean;
  onChoose: () => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { row } = props;
  const { offer } = row;
  const others = row.people - offer.people;
  const names = [
    offer.name,
    offer.poolId && t('requests.time.several', { count: offer.people }),
    others > 0 && t('requests.time.others', { count: others }),
  ];
  const minutes = Math.round((Date.parse(row.endAt) - Date.parse(row.startAt)) / 60_000);
  return (
    <button
      type="button"
      className={classes.row}
      aria-pressed={props.isChosen}
      aria-disabled={row.gone || props.busy || undefined}
      data-gone={row.gone || undefined}
      onClick={() => !row.gone && !props.busy && props.onChoose()}
    >
      <span className={classes.clock}>
        {t('requests.time.span', { from: formats.time(row.startAt), to: formats.time(row.endAt) })}
      </span>
      <span className={classes.who}>
        {row.gone ? t('requests.time.gone') : names.filter(Boolean).join(' · ')}
        <span>{[offer.departmentName, offer.houseName].filter(Boolean).join(' · ')}</span>
      </span>
      <span className={classes.length}>{t('requests.time.minutes', { count: minutes })}</span>
    </button>
  );
}
