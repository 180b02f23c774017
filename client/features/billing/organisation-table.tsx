import { Anchor, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../../server/kernel/wire.ts';
import type { getSums } from '../../../server/modules/billing/contract.ts';
import { useFormats } from '../../lib/format.ts';
import classes from './sums.module.css';

const columns = ['ready', 'exported', 'incomplete'] as const;

/** Who gets how much; a name leads to its services. */
export function OrganisationTable(props: {
  organisations: Reply<typeof getSums>['organisations'];
  onChoose: (id: string) => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Table.ScrollContainer minWidth={520} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing="sm" horizontalSpacing="md" className={classes.sumTable}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('billing.sums.organisation')}</Table.Th>
            {columns.map((name) => (
              <Table.Th key={name} className={classes.number}>
                {t(`billing.state.${name}.label`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.organisations.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Th scope="row" fw={400}>
                <Anchor component="button" type="button" ta="start" onClick={() => props.onChoose(row.id)}>
                  {row.name}
                </Anchor>
              </Table.Th>
              {columns.map((name) => (
                <Table.Td key={name} className={classes.number}>
                  {row[name].events === 0 ? '–' : formats.money(row[name].cents)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">{t('billing.sums.total')}</Table.Th>
            {columns.map((name) => (
              <Table.Td key={name} className={classes.number}>
                {formats.money(props.organisations.reduce((all, row) => all + row[name].cents, 0))}
              </Table.Td>
            ))}
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  );
}
