import { Anchor, Button, Group, Stack, Title } from '@mantine/core';
import { IconPencil, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Organisation } from '../../../server/modules/directory/contract.ts';
import { changeOrganisation } from '../../../server/modules/directory/keep-contract.ts';
import { useSend } from '../../lib/query.ts';
import { useUser } from '../../lib/session.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { tellDone } from '../../ui/tell.tsx';
import { DepartmentList } from './department-list.tsx';
import { kindIcons } from './kinds.ts';
import classes from './organisation-drawer.module.css';
import { OrganisationForm } from './organisation-form.tsx';
import { PeopleList } from './people-list.tsx';
import { stale } from './use-saved.ts';

/** Name, address and numbers, then departments and people. */
export function OrganisationDetails({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation();
  const user = useUser();
  const [editing, setEditing] = useState(false);
  const change = useSend(changeOrganisation, { refresh: stale });
  const { id, name, kind, active } = organisation;
  const Sign = kindIcons[kind];
  const setActive = async (next: boolean) => {
    await change.mutateAsync({ ...organisation, countyAgs: organisation.county.ags, active: next });
    tellDone(t(next ? 'directory.detail.activated' : 'directory.detail.deactivated', { name }));
  };
  const none = t('directory.detail.notGiven');
  const number = kind === 'practice' ? 'bsnr' : 'ik';
  return (
    <Stack gap="lg">
      <div className={classes.head}>
        <span className={classes.sign}>
          <Sign size={32} stroke={1.6} aria-hidden />
        </span>
        <div>
          <Title order={2}>{name}</Title>
          <Group gap="sm">
            <span className={classes.kind}>
              {t(`directory.kind.${kind}`)}
              {' · '}
              {organisation.county.name}
            </span>
            {!active && <StatusBadge tone="neutral">{t('directory.state.inactive')}</StatusBadge>}
          </Group>
        </div>
      </div>
      <Facts
        items={[
          {
            label: t('directory.detail.address'),
            value: `${organisation.street}\n${organisation.postalCode} ${organisation.city}`.trim(),
          },
          {
            label: t('directory.detail.phone'),
            value: organisation.phone ? (
              <Anchor href={`tel:${organisation.phone.replace(/[^\d+]/g, '')}`}>{organisation.phone}</Anchor>
            ) : (
              none
            ),
          },
          { label: t('directory.detail.email'), value: organisation.email },
          ...(kind === 'network'
            ? []
            : [{ label: t(`directory.detail.${number}`), value: organisation[number] ?? none }]),
        ]}
      />
      <Group>
        <Button
          variant="default"
          leftSection={<IconPencil size={20} aria-hidden />}
          onClick={() => setEditing(true)}
        >
          {t('directory.detail.edit')}
        </Button>
        {!active && (
          <Button
            variant="default"
            leftSection={<IconPlayerPlay size={20} aria-hidden />}
            loading={change.isPending}
            onClick={() => void setActive(true)}
          >
            {t('directory.detail.activate')}
          </Button>
        )}
        {active && id !== user.organisation.id && (
          <ConfirmButton
            leftSection={<IconPlayerPause size={20} aria-hidden />}
            question={t('directory.detail.deactivateQuestion', { name })}
            consequence={t('directory.detail.deactivateConsequence')}
            confirmLabel={t('directory.detail.deactivate')}
            onConfirm={() => setActive(false)}
            danger={false}
          >
            {t('directory.detail.deactivate')}
          </ConfirmButton>
        )}
      </Group>
      {kind === 'hospital' && <DepartmentList organisation={organisation} />}
      <PeopleList organisation={organisation} />
      <OrganisationForm opened={editing} organisation={organisation} onClose={() => setEditing(false)} />
    </Stack>
  );
}
