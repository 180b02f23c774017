import { useTranslation } from 'react-i18next';
import pieces from './pieces.module.css';
import classes from './plan-legend.module.css';

const kinds = ['video', 'urgent_reserve', 'booking', 'absence', 'holiday'] as const;

/** What the grounds mean. */
export function PlanLegend(props: { withStray: boolean }) {
  const { t } = useTranslation();
  return (
    <ul className={classes.legend} aria-label={t('scheduling.legend.label')}>
      {kinds.map((kind) => (
        <li key={kind}>
          <span className={classes.sample}>
            <span className={pieces.piece} data-kind={kind} aria-hidden />
          </span>
          {t(`scheduling.legend.${kind}`)}
        </li>
      ))}
      {props.withStray && (
        <li>
          <span className={classes.sample}>
            <span className={pieces.piece} data-kind="booking" data-stray aria-hidden />
          </span>
          {t('scheduling.legend.stray')}
        </li>
      )}
    </ul>
  );
}
