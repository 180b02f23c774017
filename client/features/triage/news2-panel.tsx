import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type News2, news2Parameters } from '../../../server/modules/triage/news2.ts';
import classes from './news2.module.css';

const columns = [0, 1, 2, 3] as const;

/** The score as it fills up: points of each value in the chart's colours, the sum, and what the source asks for. */
export function News2Panel({ score }: { score: News2 }) {
  const { t } = useTranslation();
  if (!score.applicable) {
    return (
      <section className={classes.panel} aria-label={t('triage.news2.name')}>
        <Text fw={680}>{t('triage.news2.name')}</Text>
        <Text>{t(`triage.news2.notFor.${score.reason}`)}</Text>
      </section>
    );
  }
  const nothing = Object.keys(score.points).length === 0;
  return (
    <section className={classes.panel} aria-label={t('triage.news2.title')}>
      <div className={classes.total} data-band={nothing ? 'none' : score.band} role="status">
        <span className={classes.number}>{nothing ? t('triage.news2.noNumber') : score.total}</span>
        <span>
          <span className={classes.band}>
            {t(nothing ? 'triage.news2.name' : `triage.news2.band.${score.band}`)}
          </span>
          <br />
          {score.complete
            ? t('triage.news2.complete')
            : t('triage.news2.incomplete', {
                known: news2Parameters.length - score.missing.length,
                all: news2Parameters.length,
                highest: score.highest,
              })}
        </span>
      </div>
      <ul className={classes.rows}>
        {news2Parameters.map((parameter) => (
          <li key={parameter} className={classes.row}>
            <span>{t(`triage.vitals.short.${parameter}`)}</span>
            {columns.map((points) => {
              const isIt = score.points[parameter] === points;
              return (
                <span
                  key={points}
                  className={classes.cell}
                  data-points={isIt ? points : undefined}
                  aria-hidden={!isIt}
                >
                  {points}
                </span>
              );
            })}
          </li>
        ))}
      </ul>
      {!nothing && <p className={classes.words}>{t(`triage.news2.response.${score.response}`)}</p>}
      <Text className={classes.source}>{t('triage.news2.source')}</Text>
    </section>
  );
}
