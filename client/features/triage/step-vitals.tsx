import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UrgentDraftHandle } from './urgent-draft.ts';
import classes from './urgent-form.module.css';
import { VitalsEntry } from './vitals-entry.tsx';
import type { VitalField } from './vitals-typed.ts';

/** What was measured. Every value may be missing. */
export function StepVitals(props: {
  draft: UrgentDraftHandle;
  ageYears: number;
  field: VitalField;
  onField: (field: VitalField) => void;
}) {
  const { t } = useTranslation();
  const { value, patch } = props.draft;
  return (
    <section className={classes.stack}>
      <VisuallyHidden>
        <h1>{t('triage.form.title.2')}</h1>
      </VisuallyHidden>
      <VitalsEntry
        typed={value.vitals}
        onChange={(vitals) => patch({ vitals })}
        ageYears={props.ageYears}
        field={props.field}
        onField={props.onField}
      />
    </section>
  );
}
