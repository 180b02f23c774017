import {
  IconAmbulance,
  IconArrowBigUpLines,
  IconClock,
  IconMessageQuestion,
  IconPlugConnectedX,
  IconPlus,
  IconStairsUp,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../../../../server/modules/triage/queue-contract.ts';
import { useFormats } from '../../../lib/format.ts';
import { StatusBadge } from '../../../ui/status-badge.tsx';

/** What is special about a waiting request, each as a word with its sign. */
export function QueueNotes({ item }: { item: Omit<QueueItem, 'before'> }) {
  const { t } = useTranslation();
  const { time } = useFormats();
  const { added, cameBack, override, ownAnswer, promised } = item;
  return (
    <>
      {item.ambulanceCalledAt && (
        <StatusBadge tone="attention" icon={IconAmbulance}>
          {t('triage.ambulance.called')}
        </StatusBadge>
      )}
      {cameBack && (
        <StatusBadge tone="attention" icon={IconPlugConnectedX}>
          {t(`triage.note.cameBack.${cameBack.reason}`, { name: cameBack.name })}
        </StatusBadge>
      )}
      {override && (
        <StatusBadge tone="action" icon={IconArrowBigUpLines}>
          {t('triage.note.override', {
            name: override.by,
            reason: override.note ?? t(`triage.order.reason.${override.reason}`),
          })}
        </StatusBadge>
      )}
      {promised.map(({ name, until }) => (
        <StatusBadge key={name} tone="action" icon={IconClock}>
          {t('triage.note.promised', { name, at: time(until) })}
        </StatusBadge>
      ))}
      {ownAnswer?.answer === 'declined' && (
        <StatusBadge tone="neutral">{t('triage.note.ownDeclined')}</StatusBadge>
      )}
      {added && (
        <StatusBadge tone="action" icon={IconPlus}>
          {[
            t('triage.note.added', { at: time(added.at) }),
            added.situations
              .map((one) => t([`triage.situations.${one}`, 'triage.situations.other']))
              .join(', '),
          ]
            .filter(Boolean)
            .join(': ')}
        </StatusBadge>
      )}
      {item.openQuestions > 0 && (
        <StatusBadge tone="attention" icon={IconMessageQuestion}>
          {t('triage.note.openQuestions', { count: item.openQuestions })}
        </StatusBadge>
      )}
      {item.level > 1 && (
        <StatusBadge tone="neutral" icon={IconStairsUp}>
          {t('triage.note.level', { level: item.level, department: item.department.name })}
        </StatusBadge>
      )}
    </>
  );
}
