import {
  Alert,
  Button,
  Group,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  InsuranceKind,
  type PatientBanner,
  Sex,
  searchPatients,
} from '../../../server/modules/patients/contract.ts';
import { checkInsuranceNumber } from '../../../server/modules/patients/insurance-number.ts';
import { ageOn } from '../../lib/format.ts';
import { useLoad } from '../../lib/query.ts';
import { useNow } from '../../lib/use-now.ts';
import { dayOf } from '../../lib/zone.ts';
import { InsuranceNumberInput } from './insurance-number-input.tsx';
import classes from './new-patient-form.module.css';
import type { NewPatient } from './request-draft.ts';
import { typedDay } from './typed-day.ts';
import { type ErrorAt, fieldId } from './what-is-missing.ts';

/** What a request must say of a patient, and no more. Who is known already is offered instead. */
export function NewPatientForm(props: {
  value: NewPatient;
  onChange: (value: NewPatient) => void;
  onKnown: (patient: PatientBanner) => void;
  onCancel: () => void;
  errorAt: ErrorAt;
}) {
  const { t } = useTranslation();
  const { value, errorAt } = props;
  const patch = (change: Partial<NewPatient>) => props.onChange({ ...value, ...change });
  const text = (name: 'familyName' | 'givenName' | 'payerName' | 'phone') => ({
    label: t(`requests.patient.${name}`),
    value: value[name],
    onChange: (event: { currentTarget: { value: string } }) => patch({ [name]: event.currentTarget.value }),
    autoComplete: 'off',
  });
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          {...text('familyName')}
          id={fieldId('familyName')}
          required
          error={errorAt('familyName')}
        />
        <TextInput {...text('givenName')} id={fieldId('givenName')} required error={errorAt('givenName')} />
        <BirthDate
          value={value.birthDate}
          onChange={(birthDate) => patch({ birthDate })}
          error={errorAt('birthDate')}
        />
        <div id={fieldId('sex')} tabIndex={-1} className={classes.sex}>
          <Text fw={600} mb={6} id={`${fieldId('sex')}-label`}>
            {t('requests.patient.sex')}
            <Text component="span" c="var(--mantine-color-error)" aria-hidden>
              {' *'}
            </Text>
          </Text>
          <SegmentedControl
            fullWidth
            aria-labelledby={`${fieldId('sex')}-label`}
            data={Sex.options.map((sex) => ({ value: sex, label: t(`ui.patient.${sex}`) }))}
            value={value.sex ?? ''}
            onChange={(sex) => patch({ sex: Sex.parse(sex) })}
          />
          {errorAt('sex') !== undefined && (
            <Text c="var(--mantine-color-error)" fw={550} mt={6}>
              {errorAt('sex')}
            </Text>
          )}
        </div>
        <InsuranceNumberInput
          value={value.kvnr}
          onChange={(kvnr) => patch({ kvnr })}
          required={value.insuranceKind === 'GKV'}
          error={errorAt('kvnr')}
        />
        <Select
          label={t('requests.patient.insuranceKind')}
          data={InsuranceKind.options.map((kind) => ({
            value: kind,
            label: t(`requests.insurance.${kind}`),
          }))}
          value={value.insuranceKind}
          onChange={(kind) => patch({ insuranceKind: InsuranceKind.catch('GKV').parse(kind) })}
          allowDeselect={false}
        />
        <TextInput {...text('payerName')} />
        <TextInput {...text('phone')} type="tel" />
      </SimpleGrid>
      <AlreadyKnown kvnr={value.kvnr} onKnown={props.onKnown} />
      <Group>
        <Button variant="subtle" onClick={props.onCancel}>
          {t('requests.patient.backToSearch')}
        </Button>
      </Group>
    </Stack>
  );
}

/** The age beside the date is the check that it was typed right. */
function BirthDate(props: { value: string; onChange: (value: string) => void; error: string | undefined }) {
  const { t } = useTranslation();
  const today = dayOf(new Date(useNow()).toISOString());
  const day = typedDay(props.value);
  const age = day !== null && day <= today ? ageOn(day, today) : null;
  const wrong = props.value.length >= 8 && (day === null || age === null || age > 130);
  return (
    <TextInput
      id={fieldId('birthDate')}
      label={t('requests.patient.birthDate')}
      placeholder={t('requests.patient.dayPattern')}
      required
      inputMode="numeric"
      autoComplete="off"
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      error={wrong ? t('requests.patient.dayWrong') : props.error}
      rightSectionWidth={104}
      rightSection={
        age !== null && !wrong && <Text c="dimmed">{t('requests.patient.age', { count: age })}</Text>
      }
    />
  );
}

function AlreadyKnown(props: { kvnr: string; onKnown: (patient: PatientBanner) => void }) {
  const { t } = useTranslation();
  const check = checkInsuranceNumber(props.kvnr);
  const kvnr = check.verdict === 'invalid' ? '' : check.kvnr;
  const query = useLoad(searchPatients, { q: kvnr }, { enabled: kvnr !== '', keep: false });
  const known = query.data?.patients.find((one) => one.kvnr === kvnr);
  if (kvnr === '' || !known) return null;
  return (
    <Alert color="blue" title={t('requests.patient.known')}>
      <Group justify="space-between">
        <Text>{t('requests.patient.name', { family: known.familyName, given: known.givenName })}</Text>
        <Button onClick={() => props.onKnown(known)}>{t('requests.patient.takeOver')}</Button>
      </Group>
    </Alert>
  );
}
