import { ActionIcon, Table } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { directoryChanged } from '../../../server/modules/directory/contract.ts';
import { type DepartmentLevel, listLevels } from '../../../server/modules/triage/settings-contract.ts';
import { keyOf, useLoad } from '../../lib/query.ts';
import { useLive } from '../../lib/use-live.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Panel } from '../../ui/panel.tsx';
import { LevelForm } from './level-form.tsx';
import { useDepartmentName } from './use-department-name.ts';

/** Where each department raises an urgent request to. */
export function LevelsPanel() {
  const { t } = useTranslation();
  const query = useLoad(listLevels, {});
  useLive(directoryChanged, [keyOf(listLevels)]);
  const nameOf = useDepartmentName();
  const [editing, setEditing] = useState<DepartmentLevel | null>(null);
  const departments = query.data?.departments ?? [];
  return (
    <Panel title={t('directory.levels.title')} flush>
      <Loaded query={query} rows={4}>
        {() => (
          <Table.ScrollContainer minWidth={560}>
            <Table verticalSpacing={4} horizontalSpacing="lg">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('directory.levels.department')}</Table.Th>
                  <Table.Th>{t('directory.levels.level')}</Table.Th>
                  <Table.Th>{t('directory.levels.next')}</Table.Th>
                  <Table.Th aria-label={t('directory.levels.actions')} />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {departments.map((one) => {
                  const next = departments.find(({ departmentId }) => departmentId === one.nextDepartmentId);
                  return (
                    <Table.Tr key={one.departmentId}>
                      <Table.Td>{nameOf(one)}</Table.Td>
                      <Table.Td>{t(`directory.levels.names.${one.level}`)}</Table.Td>
                      <Table.Td>{next ? nameOf(next) : t('directory.levels.noNext')}</Table.Td>
                      <Table.Td>
                        <ActionIcon
                          variant="subtle"
                          aria-label={t('directory.levels.edit', { name: nameOf(one) })}
                          onClick={() => setEditing(one)}
                        >
                          <IconPencil size={22} aria-hidden />
                        </ActionIcon>
                      </Table.Td>
                    </Table.Tr>
                  );
                })}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Loaded>
      {editing && (
        <LevelForm department={editing} departments={departments} onClose={() => setEditing(null)} />
      )}
    </Panel>
  );
}
