import { notifications } from '@mantine/notifications';
import { IconUserCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { claimUrgentRequest, getOwnDay, listQueue } from '../../../server/modules/triage/queue-contract.ts';
import type { CallError } from '../../lib/call-error.ts';
import { paths } from '../../lib/paths.ts';
import { useSend } from '../../lib/query.ts';
import { tellError } from '../../ui/tell.tsx';

/** Takes a request and goes straight to its room; politely says who was faster. */
export function useClaim() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return useSend(claimUrgentRequest, {
    refresh: [listQueue, getOwnDay],
    onSuccess: ({ requestId }) => navigate(paths.room(requestId)),
    onError: (error) => {
      const by = takenBy(error);
      if (by === null) return tellError(error);
      notifications.show({
        message: t('triage.queue.taken', { by }),
        icon: <IconUserCheck size={20} aria-hidden />,
        color: 'blue',
        autoClose: 6000,
      });
    },
  });
}

function takenBy({ code, data }: CallError): string | null {
  if (code !== 'already_claimed' || typeof data !== 'object' || data === null) return null;
  return 'by' in data && typeof data.by === 'string' ? data.by : null;
}
