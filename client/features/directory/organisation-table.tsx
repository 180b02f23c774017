import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OrganisationRow } from '../../../server/modules/directory/contract.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { Time } from '../../ui/time.tsx';
import { kindIcons } from './kinds.ts';
import classes from './network.module.css';
import type { SortColumn } from './use-network-filter.ts';

type Sorting = { column: SortColumn; descending: boolean; onSort: (column: SortColumn) => void };

/** Organisations as rows; on phones each row stands as a card. A press anywhere on a row opens it. */
export function OrganisationTable(props: {
  rows: readonly OrganisationRow[];
  sorting: Sorting;
  chosen: string | undefined;
  onOpen: (id: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <Table className={classes.table} horizontalSpacing="md" verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <SortHead {...props.sorting} of="name" label={t('directory.table.name')} />
          <SortHead {...props.sorting} of="county" label={t('directory.table.county')} />
          <SortHead {...props.sorting} of="people" label={t('directory.table.people')} />
          <SortHead {...props.sorting} of="lastSignInAt" label={t('directory.table.lastSignIn')} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {props.rows.map((row) => (
          <Row key={row.id} row={row} chosen={row.id === props.chosen} onOpen={props.onOpen} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function SortHead(props: Sorting & { of: SortColumn; label: string }) {
  const { t } = useTranslation();
  const isSorted = props.column === props.of;
  const Arrow = !isSorted ? IconArrowsSort : props.descending ? IconArrowDown : IconArrowUp;
  return (
    <Table.Th aria-sort={isSorted ? (props.descending ? 'descending' : 'ascending') : 'none'}>
      <UnstyledButton
        className={classes.sort}
        data-sorted={isSorted || undefined}
        aria-label={t('directory.table.sortBy', { column: props.label })}
        onClick={() => props.onSort(props.of)}
      >
        {props.label}
        <Arrow size={18} aria-hidden />
      </UnstyledButton>
    </Table.Th>
  );
}

function Row(props: { row: OrganisationRow; chosen: boolean; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const { row } = props;
  const Sign = kindIcons[row.kind];
  return (
    // The name is the button for keyboard and screen reader; the row only makes the target larger.
    <Table.Tr data-chosen={props.chosen || undefined} onClick={() => props.onOpen(row.id)}>
      <Table.Td>
        <div className={classes.organisation}>
          <span className={classes.sign} data-inactive={!row.active || undefined}>
            <Sign size={24} stroke={1.7} aria-hidden />
          </span>
          <span className={classes.words}>
            <UnstyledButton
              className={classes.name}
              aria-label={t('directory.table.open', { name: row.name })}
              onClick={(event) => {
                event.stopPropagation();
                props.onOpen(row.id);
              }}
            >
              {row.name}
            </UnstyledButton>
            <span className={classes.soft}>
              {t(`directory.kind.${row.kind}`)}
              {' · '}
              {row.city}
            </span>
            {!row.active && <StatusBadge tone="neutral">{t('directory.state.inactive')}</StatusBadge>}
          </span>
        </div>
      </Table.Td>
      <Table.Td data-label={t('directory.table.county')}>{row.county.name}</Table.Td>
      <Table.Td data-label={t('directory.table.people')} className={classes.number}>
        {row.people}
      </Table.Td>
      <Table.Td data-label={t('directory.table.lastSignIn')}>
        {row.lastSignInAt ? (
          <Time at={row.lastSignInAt} show="clock" />
        ) : (
          <span className={classes.soft}>{t('directory.table.never')}</span>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
