import { Select } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getStatistics } from '../../../server/modules/evaluation/contract.ts';
import { useLocale } from '../../lib/i18n.ts';
import { useLoad } from '../../lib/query.ts';
import { dayOf } from '../../lib/zone.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CountyBars } from './county-bars.tsx';
import classes from './evaluation-page.module.css';
import { IndicatorTiles } from './indicator-tiles.tsx';
import { type PeriodName, periodNames, periodOf } from './periods.ts';
import { SpecialtyTable } from './specialty-table.tsx';
import { UrgencyTable } from './urgency-table.tsx';

/** "Auswertung": the indicators with their course, by county and by specialty. Nobody is named. */
export default function EvaluationPage() {
  const { t } = useTranslation();
  const locale = useLocale();
  const [period, setPeriod] = useState<PeriodName>('quarter');
  const [specialty, setSpecialty] = useState<string | null>(null);
  const [county, setCounty] = useState<string | null>(null);
  const range = periodOf(period, dayOf(new Date().toISOString()));
  // The choices of the filters come from the same period without them.
  const choices = useLoad(getStatistics, range);
  const statistics = useLoad(getStatistics, {
    ...range,
    ...(county ? { county } : {}),
    ...(specialty ? { specialty } : {}),
  });
  return (
    <>
      <PageHeader title={t('places.evaluation')} description={t('evaluation.description')} />
      <div className={classes.filters}>
        <Select
          label={t('evaluation.period.label')}
          data={periodNames.map((value) => ({ value, label: t(`evaluation.period.${value}`) }))}
          value={period}
          onChange={(value) => setPeriod((value as PeriodName | null) ?? 'quarter')}
          allowDeselect={false}
        />
        <Select
          label={t('evaluation.specialty')}
          placeholder={t('evaluation.all')}
          data={(choices.data?.specialties ?? []).map(({ code, nameDe, nameEn }) => ({
            value: code,
            label: locale === 'de' ? nameDe : nameEn,
          }))}
          value={specialty}
          onChange={setSpecialty}
          clearable
        />
        <Select
          label={t('evaluation.county')}
          placeholder={t('evaluation.all')}
          data={(choices.data?.counties ?? []).map(({ ags, name }) => ({ value: ags, label: name }))}
          value={county}
          onChange={setCounty}
          clearable
        />
      </div>
      <Loaded query={statistics} rows={6}>
        {(data) =>
          data.total.requests === 0 ? (
            <EmptyState
              icon={IconChartBar}
              title={t('evaluation.empty.title')}
              hint={t('evaluation.empty.text')}
            />
          ) : (
            <>
              <IndicatorTiles total={data.total} months={data.months} />
              <div className={classes.parts}>
                <Panel title={t('evaluation.byUrgency')} flush>
                  <UrgencyTable urgencies={data.urgencies} />
                </Panel>
                <Panel title={t('evaluation.byCounty')}>
                  <CountyBars counties={data.counties} />
                </Panel>
                <Panel title={t('evaluation.bySpecialty')} flush>
                  <SpecialtyTable specialties={data.specialties} />
                </Panel>
              </div>
              <p className={classes.note}>{t('evaluation.withheld', { smallest: data.smallest })}</p>
            </>
          )
        }
      </Loaded>
    </>
  );
}
