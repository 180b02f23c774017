import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PatientBanner as Patient } from '../../../server/modules/patients/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { PatientBanner } from '../../ui/patient-banner.tsx';
import { MissingNumber } from './missing-number.tsx';
import { NewPatientForm } from './new-patient-form.tsx';
import { PatientSearch } from './patient-search.tsx';
import { emptyPatient, type RequestDraftHandle } from './request-draft.ts';
import type { ErrorAt } from './what-is-missing.ts';

/** A known patient found while typing, or a new one taken up with the request. */
export function PatientChoice(props: { draft: RequestDraftHandle; errorAt: ErrorAt }) {
  const { t } = useTranslation();
  const { value, patch } = props.draft;
  const choose = (patient: Patient) =>
    patch({
      patient,
      newPatient: null,
      // What is known is offered, not forced: it can be changed for this request.
      ...(value.allergies === '' && patient.allergies ? { allergies: patient.allergies } : {}),
      ...(patient.allergies === '' ? { noneKnown: true } : {}),
    });
  if (value.patient) {
    return (
      <Stack gap="sm">
        <PatientBanner patient={{ ...value.patient, place: value.patient.room }}>
          <Button variant="default" onClick={() => patch({ patient: null })}>
            {t('requests.patient.other')}
          </Button>
        </PatientBanner>
        {value.patient.kvnr === null && value.patient.insuranceKind === 'GKV' && (
          <MissingNumber
            patientId={value.patient.id}
            error={props.errorAt('kvnr')}
            onKnown={(kvnr) => value.patient && patch({ patient: { ...value.patient, kvnr } })}
          />
        )}
      </Stack>
    );
  }
  return (
    <Panel title={t('requests.patient.title')}>
      {value.newPatient ? (
        <NewPatientForm
          value={value.newPatient}
          onChange={(newPatient) => patch({ newPatient })}
          onKnown={choose}
          onCancel={() => patch({ newPatient: null })}
          errorAt={props.errorAt}
        />
      ) : (
        <PatientSearch
          error={props.errorAt('patient')}
          onChoose={choose}
          onNew={(begin) => patch({ newPatient: { ...emptyPatient, ...begin } })}
        />
      )}
    </Panel>
  );
}
