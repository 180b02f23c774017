import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Resident } from '../../../server/modules/patients/contract.ts';
import { ResidentGrid } from './resident-grid.tsx';

/** Who is it about? A tap leads on. */
export function StepResident(props: {
  residents: readonly Resident[];
  onChoose: (patientId: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <section>
      <Title order={1} mb="md">
        {t('triage.form.title.0')}
      </Title>
      <ResidentGrid
        residents={props.residents}
        onChoose={props.onChoose}
        chooseLabel={(name) => t('triage.residents.choose', { name })}
      />
    </section>
  );
}
