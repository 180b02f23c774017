import { IconArrowDownRight, IconArrowRight, IconArrowUpRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Score } from '../../../server/modules/triage/contract.ts';
import classes from './news2.module.css';

/** The score in the colour of its band (RCP thresholds), with the way it went. Nothing scored is said as well. */
export function News2Mark(props: {
  score: Score | null;
  before?: number | null;
  large?: boolean;
  /** Long ago: says what it was, without the colour of what is. */
  old?: boolean;
}) {
  const { t } = useTranslation();
  const { score, before = null } = props;
  if (score === null) return <span className={classes.unscored}>{t('triage.news2.none')}</span>;
  const way = before === null ? null : Math.sign(score.value - before);
  const Arrow = way === 1 ? IconArrowUpRight : way === -1 ? IconArrowDownRight : IconArrowRight;
  const shown = t(score.complete ? 'triage.news2.value' : 'triage.news2.atLeast', { value: score.value });
  return (
    <span
      className={classes.mark}
      data-band={props.old ? 'old' : bandOf(score.value)}
      data-large={props.large || undefined}
    >
      <span className={classes.markName}>{t('triage.news2.name')}</span>
      <span className={classes.markValue}>{shown}</span>
      {way !== null && (
        <span className={classes.way}>
          <Arrow size={props.large ? 24 : 20} stroke={2.2} aria-hidden />
          {t('triage.news2.before', { value: before })}
        </span>
      )}
    </span>
  );
}

const bandOf = (value: number): string => (value >= 7 ? 'high' : value >= 5 ? 'medium' : 'low');
