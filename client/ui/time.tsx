import { useTranslation } from 'react-i18next';
import { useFormats } from '../lib/format.ts';
import { useLocale } from '../lib/i18n.ts';
import { momentWords } from '../lib/moment-words.ts';
import { useNow } from '../lib/use-now.ts';
import classes from './time.module.css';

/**
 * An instant said twice: "heute 14:30 · in 25 Min.", kept up to date.
 * `show="clock"` leaves out the distance, `show="distance"` the clock, `show="time"` the day as well.
 */
export function Time(props: { at: string; show?: 'both' | 'clock' | 'distance' | 'time'; strong?: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const locale = useLocale();
  const said = momentWords(props.at, useNow(), locale, {
    today: t('ui.time.today'),
    tomorrow: t('ui.time.tomorrow'),
    yesterday: t('ui.time.yesterday'),
  });
  const clock = t('ui.time.clock', { day: said.day, time: said.time });
  const words = {
    both: said.distance === null ? clock : t('ui.time.both', { clock, distance: said.distance }),
    clock,
    distance: said.distance ?? clock,
    time: said.time,
  };
  return (
    <time
      dateTime={props.at}
      title={formats.dateTime(props.at)}
      className={classes.time}
      data-strong={props.strong || undefined}
    >
      {words[props.show ?? 'both']}
    </time>
  );
}
