import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFilterOff, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listCounties } from '../../../server/modules/directory/contract.ts';
import { useLoad } from '../../lib/query.ts';
import { kinds } from './kinds.ts';
import classes from './network.module.css';
import type { useNetworkFilter } from './use-network-filter.ts';

/** Search text, kind, county and state above the list. */
export function OrganisationFilters(props: ReturnType<typeof useNetworkFilter>) {
  const { t } = useTranslation();
  const { filter, change, isNarrowed } = props;
  const counties = useLoad(listCounties, {}, { staleTime: Number.POSITIVE_INFINITY });
  const [typed, setTyped] = useState(filter.text ?? '');
  const search = useDebouncedCallback((text: string) => change({ text: text.trim() }), 250);
  const reset = () => {
    setTyped('');
    change({ kind: null, county: null, text: null, active: null });
  };
  return (
    <search className={classes.filters} aria-label={t('directory.filter.label')}>
      <TextInput
        className={classes.search}
        label={t('directory.filter.text')}
        placeholder={t('directory.filter.textHint')}
        leftSection={<IconSearch size={20} aria-hidden />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
      />
      <Select
        label={t('directory.table.kind')}
        placeholder={t('directory.filter.all')}
        data={kinds.map((kind) => ({ value: kind, label: t(`directory.kind.${kind}`) }))}
        value={filter.kind ?? null}
        onChange={(kind) => change({ kind })}
        clearable
      />
      <Select
        label={t('directory.filter.county')}
        placeholder={t('directory.filter.allCounties')}
        data={(counties.data?.counties ?? []).map(({ ags, name }) => ({ value: ags, label: name }))}
        value={filter.county ?? null}
        onChange={(county) => change({ county })}
        searchable
        clearable
      />
      <Select
        label={t('directory.filter.state')}
        placeholder={t('directory.filter.all')}
        data={[
          { value: 'true', label: t('directory.filter.active') },
          { value: 'false', label: t('directory.filter.inactive') },
        ]}
        value={filter.active ?? null}
        onChange={(active) => change({ active })}
        clearable
      />
      {isNarrowed && (
        <Button
          variant="subtle"
          leftSection={<IconFilterOff size={20} aria-hidden />}
          onClick={reset}
          className={classes.reset}
        >
          {t('directory.filter.reset')}
        </Button>
      )}
    </search>
  );
}
