import { ActionIcon, Button, Title } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Department, Organisation } from '../../../server/modules/directory/contract.ts';
import type { Locale } from '../../../server/modules/identity/contract.ts';
import { useLocale } from '../../lib/i18n.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { DepartmentForm } from './department-form.tsx';
import { kindIcons } from './kinds.ts';
import classes from './organisation-drawer.module.css';

/** The departments of a hospital with their field and telephone. */
export function DepartmentList({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [editing, setEditing] = useState<Department | 'new' | null>(null);
  const { departments } = organisation;
  return (
    <section>
      <div className={classes.section}>
        <Title order={3}>{t('directory.departments.title')}</Title>
        <Button
          variant="light"
          leftSection={<IconPlus size={20} aria-hidden />}
          onClick={() => setEditing('new')}
        >
          {t('directory.departments.add')}
        </Button>
      </div>
      {departments.length === 0 ? (
        <EmptyState
          icon={kindIcons.hospital}
          title={t('directory.departments.none')}
          hint={t('directory.departments.noneHint')}
        />
      ) : (
        <ul className={classes.list}>
          {departments.map((department) => (
            <li key={department.id} data-inactive={!department.active || undefined}>
              <span className={classes.words}>
                <span className={classes.name}>{department.name}</span>
                <span className={classes.soft}>{describe(department, locale)}</span>
              </span>
              {department.active ? (
                <span className={classes.soft}>
                  {t('directory.departments.people', { count: countOf(organisation, department.id) })}
                </span>
              ) : (
                <StatusBadge tone="neutral">{t('directory.state.inactive')}</StatusBadge>
              )}
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('directory.departments.edit', { name: department.name })}
                onClick={() => setEditing(department)}
              >
                <IconPencil size={22} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {editing && (
        <DepartmentForm
          organisationId={organisation.id}
          department={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  );
}

const countOf = ({ accounts }: Organisation, departmentId: string): number =>
  accounts.filter((account) => account.active && account.departmentId === departmentId).length;

/** The field only where the name does not say it already. */
function describe({ name, phone, specialty }: Department, locale: Locale): string {
  const field = locale === 'de' ? specialty.nameDe : specialty.nameEn;
  return name === field ? phone : `${field} · ${phone}`;
}
