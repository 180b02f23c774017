import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UrgentDraftHandle } from './urgent-draft.ts';
import classes from './urgent-form.module.css';
import { VitalsEntry } from './vitals-entry.tsx';

/** What was measured. Every value may be missing. */
export function StepVitals(props: { draft: UrgentDraftHandle; ageYears: number }) {
  const { t } = useTranslation();
  const { value, patch } = props.draft;
  return (
    <section className={classes.stack}>
      <Title order={1}>{t('triage.form.title.2')}</Title>
      <VitalsEntry typed={value.vitals} onChange={(vitals) => patch({ vitals })} ageYears={props.ageYears} />
    </section>
  );
}
