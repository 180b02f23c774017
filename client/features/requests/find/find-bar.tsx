import { SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { getOrganisation, listCounties } from '../../../../server/modules/directory/contract.ts';
import { useLoad } from '../../../lib/query.ts';
import { useUser } from '../../../lib/session.ts';
import { type Find, findViews, lengths, mayChooseCounty, partsOfDay, type Whom } from './find.ts';
import classes from './find-bar.module.css';

/** What narrows the free times: part of day, length, county; and whether they stand by week or by date. */
export function FindBar(props: { whom: Whom; find: Find; onFind: (find: Find) => void }) {
  const { t } = useTranslation();
  const { find } = props;
  const patch = (change: Partial<Find>) => props.onFind({ ...find, ...change });
  return (
    <div className={classes.bar}>
      <SegmentedControl
        aria-label={t('requests.find.view')}
        className={classes.view}
        data={findViews.map((value) => ({ value, label: t(`requests.find.${value}`) }))}
        value={find.view}
        onChange={(value) => patch({ view: value === 'list' ? 'list' : 'week' })}
      />
      <Select
        aria-label={t('requests.time.partOfDay')}
        className={classes.choice}
        data={['all', ...partsOfDay].map((value) => ({ value, label: t(`requests.time.${value}`) }))}
        value={find.part ?? 'all'}
        onChange={(value) => patch({ part: partsOfDay.find((one) => one === value) ?? null })}
        allowDeselect={false}
      />
      <Select
        aria-label={t('requests.find.length')}
        className={classes.choice}
        data={[
          { value: '0', label: t('requests.find.anyLength') },
          ...lengths.map((count) => ({ value: String(count), label: t('requests.find.atLeast', { count }) })),
        ]}
        value={String(find.minutes ?? 0)}
        onChange={(value) => patch({ minutes: lengths.find((one) => String(one) === value) ?? null })}
        allowDeselect={false}
      />
      {mayChooseCounty(props.whom) && (
        <CountyChoice value={find.county} onChange={(county) => patch({ county })} />
      )}
    </div>
  );
}

/** The own county first: people rather send their patients to a house nearby, should it come to that. */
function CountyChoice(props: { value: string | null; onChange: (county: string | null) => void }) {
  const { t } = useTranslation();
  const user = useUser();
  const house = useLoad(getOrganisation, { id: user.organisation.id }, { staleTime: 600_000 }).data;
  const counties = useLoad(listCounties, {}, { staleTime: 600_000 }).data?.counties ?? [];
  const own = counties.find((one) => one.ags === house?.county.ags);
  return (
    <Select
      aria-label={t('requests.find.county')}
      className={classes.county}
      data={[
        { value: 'all', label: t('requests.find.allCounties') },
        ...(own ? [{ value: own.ags, label: t('requests.find.ownCounty', { name: own.name }) }] : []),
        ...counties
          .filter((one) => one !== own)
          .map((one) => ({
            value: one.ags,
            label: t(`requests.find.${one.kind}`, { name: one.name }),
          })),
      ]}
      value={props.value ?? 'all'}
      onChange={(value) => props.onChange(value === 'all' ? null : value)}
      allowDeselect={false}
      searchable
    />
  );
}
