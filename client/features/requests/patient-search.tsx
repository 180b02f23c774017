import { Button, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PatientBanner, searchPatients } from '../../../server/modules/patients/contract.ts';
import { groupInsuranceNumber, useFormats } from '../../lib/format.ts';
import { useLoad } from '../../lib/query.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Initials } from '../../ui/initials.tsx';
import classes from './patient-search.module.css';
import type { NewPatient } from './request-draft.ts';
import { typedDay } from './typed-day.ts';
import { fieldId } from './what-is-missing.ts';

/** One field for name, insurance number or birth date; below it who fits, and the way to take up somebody new. */
export function PatientSearch(props: {
  error: string | undefined;
  onChoose: (patient: PatientBanner) => void;
  onNew: (begin: Partial<NewPatient>) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 200);
  const query = useLoad(searchPatients, asked === '' ? {} : { q: asked });
  const patients = query.data?.patients ?? [];
  return (
    <Stack>
      <TextInput
        id={fieldId('patient')}
        label={t('requests.patient.search')}
        description={t('requests.patient.searchHint')}
        error={props.error}
        size="lg"
        leftSection={<IconSearch size={22} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
      />
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {patients.length > 0 && (
        <div>
          <Text c="dimmed" mb={6}>
            {t(asked === '' ? 'requests.patient.recent' : 'requests.patient.found', {
              count: patients.length,
            })}
          </Text>
          <ul className={classes.patients} aria-busy={query.isFetching}>
            {patients.slice(0, asked === '' ? 5 : 8).map((patient) => (
              <li key={patient.id}>
                <Row patient={patient} onChoose={() => props.onChoose(patient)} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {asked !== '' && query.isSuccess && !query.isPlaceholderData && patients.length === 0 && (
        <Text role="status">{t('requests.patient.nobody', { typed: asked })}</Text>
      )}
      <Button
        variant="default"
        leftSection={<IconUserPlus size={20} aria-hidden />}
        className={classes.add}
        onClick={() => props.onNew(beginOf(typed))}
      >
        {t('requests.patient.new')}
      </Button>
    </Stack>
  );
}

function Row(props: { patient: PatientBanner; onChoose: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { patient } = props;
  return (
    <UnstyledButton className={classes.patient} onClick={props.onChoose}>
      <Initials name={`${patient.givenName} ${patient.familyName}`} />
      <span>
        <strong>
          {t('requests.patient.name', { family: patient.familyName, given: patient.givenName })}
        </strong>
        <span className={classes.facts}>
          {t('requests.patient.born', { day: formats.day(patient.birthDate) })}
          {patient.kvnr !== null && ` · ${groupInsuranceNumber(patient.kvnr)}`}
        </span>
      </span>
    </UnstyledButton>
  );
}

/** What was searched in vain is not typed twice. */
function beginOf(typed: string): Partial<NewPatient> {
  const text = typed.trim();
  if (/^[a-z]\d/i.test(text)) return { kvnr: text.toUpperCase() };
  if (typedDay(text)) return { birthDate: text };
  const [familyName = '', givenName = ''] = text.split(/[\s,]+/);
  return { familyName: begun(familyName), givenName: begun(givenName) };
}

const begun = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);
