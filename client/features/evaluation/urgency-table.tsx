import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../../../server/modules/evaluation/contract.ts';
import { FiguresTable } from './figures-table.tsx';

const columns = ['requests', 'secondsToRing', 'secondsToDoctor', 'withinTarget'] as const;

/** Urgent requests by urgency: how soon somebody was rung, how soon the doctor was there, and whether in time. */
export function UrgencyTable(props: { urgencies: { urgency: string; figures: Figures }[] }) {
  const { t } = useTranslation();
  if (props.urgencies.length === 0) {
    return (
      <Text c="dimmed" p="lg">
        {t('evaluation.urgency.none')}
      </Text>
    );
  }
  return (
    <>
      <FiguresTable
        head={t('evaluation.urgency.label')}
        columns={columns.map((name) => ({ name, label: t(`evaluation.urgency.${name}`) }))}
        rows={props.urgencies.map(({ urgency, figures }) => ({
          key: urgency,
          name: t(`evaluation.urgency.name.${urgency}`),
          figures,
        }))}
      />
      <Text c="dimmed" size="sm" px="lg" pb="md">
        {t('evaluation.urgency.definition')}
      </Text>
    </>
  );
}
