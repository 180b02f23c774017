import { Button } from '@mantine/core';
import { IconCalendarRepeat } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ConsultRequest } from '../../../server/modules/requests/contract.ts';
import { paths } from '../../lib/paths.ts';

const followed: readonly string[] = ['planned', 'consulted', 'answered'];

/** Follow-ups go on with the person of a planned consult: whoever is asked first is asked again. */
export const mayFollowUp = (request: ConsultRequest): boolean =>
  request.side === 'requester' &&
  request.requester.organisation.kind === 'practice' &&
  request.provider.practitioner !== null &&
  followed.includes(request.status);

export function PlanFollowUps(props: { requestId: string }) {
  const { t } = useTranslation();
  return (
    <Button
      component={Link}
      to={paths.planSeries(props.requestId)}
      variant="default"
      leftSection={<IconCalendarRepeat size={20} aria-hidden />}
    >
      {t('records.booking.followUps')}
    </Button>
  );
}
