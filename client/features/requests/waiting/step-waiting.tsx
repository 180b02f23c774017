import { Button, Stack } from '@mantine/core';
import { IconCalendarSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { findFreeTimes, nextFreeTimes } from '../../../../server/modules/scheduling/contract.ts';
import { useLocale } from '../../../lib/i18n.ts';
import { useLoad } from '../../../lib/query.ts';
import { useNow } from '../../../lib/use-now.ts';
import { dayOf } from '../../../lib/zone.ts';
import { Emergency } from '../../../ui/emergency.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { RequestDraftHandle } from '../request-draft.ts';
import { proposedWish } from './wish.ts';
import { WishFields, type WishScope } from './wish-fields.tsx';

/** Third step without a fixed time: what the next freed one should be like. */
export function StepWaiting(props: { draft: RequestDraftHandle }) {
  const { t } = useTranslation();
  const { value, patch } = props.draft;
  const today = dayOf(new Date(useNow()).toISOString());
  return (
    <Stack gap="lg">
      <Panel
        title={t('requests.waiting.title')}
        actions={
          <Button
            variant="default"
            leftSection={<IconCalendarSearch size={20} aria-hidden />}
            onClick={() => patch({ way: 'time' })}
          >
            {t('requests.waiting.backToTimes')}
          </Button>
        }
      >
        <WishFields
          wish={value.wish ?? proposedWish(today)}
          onChange={(wish) => patch({ wish })}
          scopes={useScopes(value)}
        />
      </Panel>
      <Emergency text={t('requests.who.emergency')} compact />
    </Stack>
  );
}

/** Everybody of the specialty, and what was chosen in the first step. */
function useScopes(draft: RequestDraftHandle['value']): WishScope[] {
  const { t } = useTranslation();
  const german = useLocale() === 'de';
  const { specialtyCode, departmentId, practitionerId } = draft;
  const specialty = useLoad(nextFreeTimes, {}).data?.specialties.find((one) => one.code === specialtyCode);
  const team = useLoad(
    findFreeTimes,
    { departmentId: departmentId ?? '', limit: 1 },
    { enabled: departmentId !== null },
  ).data;
  const department = specialty?.departments.find((one) => one.id === departmentId);
  const person = team?.practitioners.find((one) => one.id === practitionerId);
  const name = specialty ? (german ? specialty.nameDe : specialty.nameEn) : '';
  return [
    { value: 'specialty', label: t('requests.waiting.allOf', { specialty: name }) },
    ...(department
      ? [
          {
            value: 'department' as const,
            label: t('requests.waiting.only', {
              who: t('requests.who.department', {
                department: department.name,
                house: department.organisation.name,
              }),
            }),
          },
        ]
      : []),
    ...(person
      ? [{ value: 'practitioner' as const, label: t('requests.waiting.only', { who: person.name }) }]
      : []),
  ];
}
