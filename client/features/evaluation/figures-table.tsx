import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../../../server/modules/evaluation/contract.ts';
import { useFormats } from '../../lib/format.ts';
import { told } from './told.ts';

/** Figures of several groups below one another: what they are of, and one column for each indicator. */
export function FiguresTable(props: {
  /** What the rows are. */
  head: string;
  columns: readonly { name: keyof Figures; label: string }[];
  rows: readonly { key: string; name: ReactNode; figures: Figures }[];
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Table.ScrollContainer minWidth={420} scrollAreaProps={{ tabIndex: 0 }}>
      <Table verticalSpacing="sm" horizontalSpacing="lg">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{props.head}</Table.Th>
            {props.columns.map(({ name, label }) => (
              <Table.Th key={name} ta="end">
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.rows.map(({ key, name: of, figures }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={400}>
                {of}
              </Table.Th>
              {props.columns.map(({ name }) => (
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
