import { Button, Text } from '@mantine/core';
import { IconCalendarX, IconClockHour4, IconHourglass, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Case } from '../../../server/modules/records/contract.ts';
import { paths } from '../../lib/paths.ts';
import { Time } from '../../ui/time.tsx';
import { AskAgain } from './ask-again.tsx';
import { EnterRoom } from './enter-room.tsx';
import { StepFrame } from './step-frame.tsx';
import { WaitingStep } from './waiting-step.tsx';

/** What is to be done with the case now, in one sentence and at most one button. */
export function NextStep({ found }: { found: Case }) {
  const { t } = useTranslation();
  const { request } = found;
  const due = <Time at={request.answerDueAt} show="clock" />;
  switch (request.status) {
    case 'planned':
    case 'accepted':
    case 'in_consultation':
      return <EnterRoom request={request} />;
    case 'waiting':
      if (request.kind === 'scheduled') return <WaitingStep request={request} />;
      return (
        <StepFrame tone="attention" icon={IconHourglass} title={t('records.next.waiting')}>
          {request.kind === 'urgent' && (
            <Button
              component={Link}
              to={request.side === 'requester' ? paths.urgentRequest(request.id) : paths.queue}
            >
              {t(request.side === 'requester' ? 'records.next.toWaiting' : 'records.next.toQueue')}
            </Button>
          )}
        </StepFrame>
      );
    case 'consulted':
      return request.side === 'requester' ? (
        <StepFrame tone="neutral" icon={IconClockHour4} title={t('records.next.reportComes')}>
          <Text>
            {t('records.next.until')} {due}
          </Text>
        </StepFrame>
      ) : (
        <StepFrame tone="attention" icon={IconPencil} title={t('records.next.reportDue')}>
          <Text>
            {t('records.next.until')} {due}
          </Text>
        </StepFrame>
      );
    // The report itself stands below.
    case 'answered':
      return null;
    default:
      return (
        <StepFrame tone="neutral" icon={IconCalendarX} title={t(`records.next.${request.status}`)}>
          {request.endReason !== null && (
            <Text>{t([`records.reason.${request.endReason}`, 'records.reason.other'])}</Text>
          )}
          {request.endNote !== null && <Text>{request.endNote}</Text>}
          {request.kind === 'scheduled' && request.side === 'requester' && (
            <AskAgain requestId={request.id} />
          )}
        </StepFrame>
      );
  }
}
