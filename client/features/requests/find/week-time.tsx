import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/format.ts';
import classes from './week-grid.module.css';
import type { Placed, TimeGroup } from './week-times.ts';

/** One free time in the week; it stays focusable while another is asked for, or the keyboard would lose its place. */
export function WeekTime(props: {
  group: TimeGroup & Placed & { gone: boolean };
  style: CSSProperties;
  isChosen: boolean;
  isStop: boolean;
  busy: boolean;
  onFocus: () => void;
  onChoose: () => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { group } = props;
  const clock = formats.time(group.startAt);
  const free = group.people > 1 ? t('requests.time.several', { count: group.people }) : null;
  const whose = group.names.length > 2 ? free : group.names.filter(Boolean).join(', ');
  const said = group.gone ? t('requests.time.gone') : whose;
  const beside = group.lanes > 1 ? null : group.gone ? t('requests.time.gone') : free;
  return (
    <button
      type="button"
      className={classes.time}
      style={props.style}
      data-start={group.startAt}
      data-gone={group.gone || undefined}
      tabIndex={props.isStop ? 0 : -1}
      aria-pressed={props.isChosen}
      aria-disabled={group.gone || props.busy || undefined}
      aria-label={[beside ? `${clock} ${beside}` : clock, formats.longDate(group.startAt), said]
        .filter(Boolean)
        .join(', ')}
      title={said ?? undefined}
      onFocus={props.onFocus}
      onClick={() => !group.gone && !props.busy && props.onChoose()}
    >
      <strong>{clock}</strong> {beside && <span>{beside}</span>}
    </button>
  );
}
