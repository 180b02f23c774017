import { Button, Select, TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFilterOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listAuditPeople } from '../../../server/modules/audit/contract.ts';
import { listOrganisations } from '../../../server/modules/directory/contract.ts';
import { useLoad } from '../../lib/query.ts';
import classes from './audit.module.css';
import { typeChoices } from './event-words.ts';
import type { useAuditFilter } from './use-audit-filter.ts';

const today = () => new Date();

/** Person, organisation, kind, patient and period. */
export function AuditFilters(props: ReturnType<typeof useAuditFilter>) {
  const { t } = useTranslation();
  const { search, change, reset, isNarrowed } = props;
  const organisations = useLoad(listOrganisations, { size: 100 });
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed, 250);
  const people = useLoad(listAuditPeople, { text });
  return (
    <search className={classes.filters} aria-label={t('audit.filter.label')}>
      <Select
        label={t('audit.filter.person')}
        placeholder={t('audit.filter.anyone')}
        data={(people.data?.people ?? []).map(({ id, displayName, organisation }) => ({
          value: id,
          label: `${displayName}, ${organisation}`,
        }))}
        value={search.person}
        onChange={(person) => change({ person })}
        // The server searches: by name and by organisation.
        searchable
        filter={({ options }) => options}
        onSearchChange={setTyped}
        nothingFoundMessage={t('audit.filter.nobody')}
        clearable
      />
      <Select
        label={t('audit.filter.organisation')}
        placeholder={t('audit.filter.everywhere')}
        data={(organisations.data?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={search.organisation}
        onChange={(organisation) => change({ organisation })}
        searchable
        clearable
      />
      <Select
        label={t('audit.filter.type')}
        placeholder={t('audit.filter.everything')}
        data={typeChoices(t)}
        value={search.type}
        onChange={(type) => change({ type })}
        maxDropdownHeight={420}
        searchable
        clearable
      />
      <TextInput
        label={t('audit.filter.patient')}
        placeholder={t('audit.filter.patientHint')}
        value={search.patient}
        onChange={(event) => change({ patient: event.currentTarget.value })}
      />
      <DatePickerInput
        type="range"
        label={t('audit.filter.period')}
        placeholder={t('audit.filter.always')}
        valueFormat="DD.MM.YYYY"
        value={search.period}
        onChange={(period) => change({ period })}
        maxDate={today()}
        allowSingleDateInRange
        clearable
        clearButtonProps={{ 'aria-label': t('audit.filter.clearPeriod') }}
      />
      {isNarrowed && (
        <Button
          variant="subtle"
          className={classes.reset}
          leftSection={<IconFilterOff size={20} aria-hidden />}
          onClick={reset}
        >
          {t('audit.filter.reset')}
        </Button>
      )}
    </search>
  );
}
