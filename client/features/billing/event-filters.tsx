import { Button, CloseButton, Select, TextInput } from '@mantine/core';
import { IconFilterOff, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { getSums } from '../../../server/modules/billing/contract.ts';
import { useLoad } from '../../lib/query.ts';
import classes from './billing.module.css';
import type { ViewControl } from './use-billing-view.ts';

/** What the tiles do not say: a text, and who is paid. */
export function EventFilters(props: ViewControl & { quarter: string }) {
  const { t } = useTranslation();
  const { view, change, search, setSearch } = props;
  const sums = useLoad(getSums, { quarter: props.quarter });
  const narrowed = search !== '' || view.organisation !== null || view.reason !== null;
  return (
    <search className={classes.filters} aria-label={t('billing.filter.label')}>
      <TextInput
        label={t('billing.filter.search')}
        placeholder={t('billing.filter.searchHint')}
        leftSection={<IconSearch size={20} aria-hidden />}
        rightSection={
          search !== '' && (
            <CloseButton aria-label={t('billing.filter.reset')} onClick={() => setSearch('')} />
          )
        }
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        maxLength={100}
      />
      <Select
        label={t('billing.filter.organisation')}
        placeholder={t('billing.filter.all')}
        data={(sums.data?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={view.organisation}
        onChange={(organisation) => change({ organisation })}
        searchable
        clearable
      />
      {narrowed && (
        <Button
          variant="subtle"
          className={classes.reset}
          leftSection={<IconFilterOff size={20} aria-hidden />}
          onClick={() => {
            setSearch('');
            change({ organisation: null, reason: null });
          }}
        >
          {t('billing.filter.reset')}
        </Button>
      )}
    </search>
  );
}
