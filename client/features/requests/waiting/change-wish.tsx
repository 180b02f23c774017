import { Button, Group } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nextFreeTimes } from '../../../../server/modules/scheduling/contract.ts';
import {
  changeWish,
  listWaiting,
  type WaitingEntry,
} from '../../../../server/modules/scheduling/waiting-contract.ts';
import { useLocale } from '../../../lib/i18n.ts';
import { useLoad, useSend } from '../../../lib/query.ts';
import { useNow } from '../../../lib/use-now.ts';
import { dayOf } from '../../../lib/zone.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { tellDone } from '../../../ui/tell.tsx';
import { type WishDraft, wishBody, wishProblem } from './wish.ts';
import { WishFields, type WishScope } from './wish-fields.tsx';

/** The wish of an entry, to be changed; the place in the list stays. */
export function ChangeWish({ entry }: { entry: WaitingEntry }) {
  const { t } = useTranslation();
  const german = useLocale() === 'de';
  const today = dayOf(new Date(useNow()).toISOString());
  const { department, practitioner } = entry;
  const [wish, setWish] = useState<WishDraft>({
    ...entry.wish,
    scope: practitioner ? 'practitioner' : department ? 'department' : 'specialty',
  });
  const change = useSend(changeWish, {
    refresh: [listWaiting],
    onSuccess: () => tellDone(t('requests.waiting.changed')),
  });
  const found = useLoad(nextFreeTimes, {}).data?.specialties.find((one) => one.code === entry.specialtyCode);
  const specialty = found ? (german ? found.nameDe : found.nameEn) : '';
  const scopes: WishScope[] = [{ value: 'specialty', label: t('requests.waiting.allOf', { specialty }) }];
  if (department) {
    scopes.push({ value: 'department', label: t('requests.waiting.only', { who: department.name }) });
  }
  if (practitioner) {
    scopes.push({ value: 'practitioner', label: t('requests.waiting.only', { who: practitioner.name }) });
  }
  const whom = { departmentId: department?.id ?? null, practitionerId: practitioner?.id ?? null };
  return (
    <Panel title={t('requests.waiting.wish')}>
      <WishFields wish={wish} onChange={setWish} scopes={scopes} />
      {change.isError && <ErrorState error={change.error} />}
      <Group mt="lg">
        <Button
          leftSection={<IconDeviceFloppy size={20} aria-hidden />}
          loading={change.isPending}
          disabled={wishProblem(wish, today) !== null}
          onClick={() => change.mutate({ id: entry.id, wish: wishBody(wish, whom, today) })}
        >
          {t('requests.waiting.save')}
        </Button>
      </Group>
    </Panel>
  );
}
