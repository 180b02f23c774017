import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../../../server/modules/evaluation/contract.ts';
import { useFormats } from '../../lib/format.ts';
import { told } from './told.ts';

const columns = ['requests', 'secondsToRing', 'secondsToDoctor', 'withinTarget'] as const;

/** Urgent requests by urgency: how soon somebody was rung, how soon the doctor was there, and whether in time. */
export function UrgencyTable(props: { urgencies: { urgency: string; figures: Figures }[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (props.urgencies.length === 0) {
    return (
      <Text c="dimmed" p="lg">
        {t('evaluation.urgency.none')}
      </Text>
    );
  }
  return (
    <>
      <Table.ScrollContainer minWidth={420} scrollAreaProps={{ tabIndex: 0 }}>
        <Table verticalSpacing="sm" horizontalSpacing="lg">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('evaluation.urgency.label')}</Table.Th>
              {columns.map((name) => (
                <Table.Th key={name} ta="end">
                  {t(`evaluation.urgency.${name}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {props.urgencies.map(({ urgency, figures }) => (
              <Table.Tr key={urgency}>
                <Table.Th scope="row" fw={400}>
                  {t(`evaluation.urgency.name.${urgency}`)}
                </Table.Th>
                {columns.map((name) => (
                  <Table.Td key={name} ta="end">
                    {told(name, figures, formats, t)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text c="dimmed" size="sm" px="lg" pb="md">
        {t('evaluation.urgency.definition')}
      </Text>
    </>
  );
}
