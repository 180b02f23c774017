import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../../../server/modules/evaluation/contract.ts';
import { useFormats } from '../../lib/format.ts';
import { useLocale } from '../../lib/i18n.ts';
import { type Indicator, told } from './told.ts';

const columns = [
  'consultations',
  'answeredInTime',
  'secondsToDoctor',
] as const satisfies readonly Indicator[];

/** The same indicators by specialty. */
export function SpecialtyTable(props: {
  specialties: { code: string; nameDe: string; nameEn: string; figures: Figures }[];
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const locale = useLocale();
  return (
    <Table.ScrollContainer minWidth={420} scrollAreaProps={{ tabIndex: 0 }}>
      <Table verticalSpacing="sm" horizontalSpacing="lg">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('evaluation.specialty')}</Table.Th>
            {columns.map((name) => (
              <Table.Th key={name} ta="end">
                {t(`evaluation.indicator.${name}.short`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.specialties.map(({ code, nameDe, nameEn, figures }) => (
            <Table.Tr key={code}>
              <Table.Th scope="row" fw={400}>
                {locale === 'de' ? nameDe : nameEn}
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
  );
}
