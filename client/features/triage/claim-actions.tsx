import { Button, Menu } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconVideo } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { getUrgentOptions, type UrgentRequest } from '../../../server/modules/triage/contract.ts';
import {
  getOwnDay,
  handBackUrgentRequest,
  listQueue,
  passUrgentRequest,
} from '../../../server/modules/triage/queue-contract.ts';
import { useLocale } from '../../lib/i18n.ts';
import { paths } from '../../lib/paths.ts';
import { useLoad, useSend } from '../../lib/query.ts';
import { useUser } from '../../lib/session.ts';
import { tellDone, tellError } from '../../ui/tell.tsx';
import { OrderMenu } from './queue/order-menu.tsx';
import { useClaim } from './use-claim.tsx';

/** What can be done with the request now: take it, enter its room, hand it back, pass it to another department. */
export function ClaimActions(props: { urgent: UrgentRequest; claims: boolean; onDone: () => void }) {
  const { t } = useTranslation();
  const { urgent, claims, onDone } = props;
  const { request } = urgent;
  const claim = useClaim();
  const own = urgent.claimedBy === useUser().displayName;
  const refresh = [listQueue, getOwnDay];
  const back = useSend(handBackUrgentRequest, {
    refresh,
    onSuccess: () => [tellDone(t('triage.queue.handedBack')), onDone()],
    onError: tellError,
  });
  const requestId = request.id;
  const waiting = request.status === 'waiting';
  const accepted = request.status === 'accepted' && own;
  const inRoom = (request.status === 'accepted' || request.status === 'in_consultation') && claims;
  return (
    <>
      {waiting && claims && (
        <Button
          size="lg"
          leftSection={<IconVideo size={24} aria-hidden />}
          loading={claim.isPending}
          onClick={() => claim.mutate({ requestId })}
        >
          {t('triage.queue.accept')}
        </Button>
      )}
      {inRoom && own && (
        <Button
          component={Link}
          to={paths.room(requestId)}
          size="lg"
          leftSection={<IconVideo size={24} aria-hidden />}
        >
          {t('triage.day.enter')}
        </Button>
      )}
      {accepted && (
        <Button
          variant="default"
          size="lg"
          leftSection={<IconArrowBackUp size={22} aria-hidden />}
          loading={back.isPending}
          onClick={() => back.mutate({ requestId, reason: 'interrupted' })}
        >
          {t('triage.queue.handBack')}
        </Button>
      )}
      {waiting && <OrderMenu requestId={requestId} />}
      {(waiting || accepted) && <PassMenu requestId={requestId} onDone={onDone} />}
    </>
  );
}

function PassMenu(props: { requestId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const own = useUser().department?.id;
  const options = useLoad(getUrgentOptions, {});
  const pass = useSend(passUrgentRequest, {
    refresh: [listQueue, getOwnDay],
    onSuccess: () => [tellDone(t('triage.queue.passed')), props.onDone()],
    onError: tellError,
  });
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <Button
          variant="default"
          size="lg"
          leftSection={<IconArrowForwardUp size={22} aria-hidden />}
          loading={pass.isPending}
        >
          {t('triage.queue.pass')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('triage.queue.passTo')}</Menu.Label>
        {(options.data?.specialties ?? [])
          .filter(({ department }) => department.id !== own)
          .map(({ code, nameDe, nameEn, department, onCall }) => (
            <Menu.Item
              key={code}
              onClick={() => pass.mutate({ requestId: props.requestId, departmentId: department.id })}
            >
              {t('triage.queue.passItem', {
                name: locale === 'de' ? nameDe : nameEn,
                onCall: onCall.primary?.name ?? t('triage.onCall.nobody'),
              })}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
