import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCloudUpload, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/format.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import type { SaveState } from './use-report-editor.ts';

/** Whether the words are safe: "gespeichert 14:32". */
export function SavedMark({ state }: { state: SaveState }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div role="status">
      {state.is === 'untouched' && <Text c="dimmed">{t('records.save.untouched')}</Text>}
      {state.is === 'saved' && (
        <StatusBadge tone="done" icon={IconCheck}>
          {t('records.save.saved', { time: formats.time(state.at) })}
        </StatusBadge>
      )}
      {state.is === 'typing' && (
        <StatusBadge tone="neutral" icon={IconPencil}>
          {t('records.save.typing')}
        </StatusBadge>
      )}
      {state.is === 'saving' && (
        <StatusBadge tone="neutral" icon={IconCloudUpload}>
          {t('records.save.saving')}
        </StatusBadge>
      )}
      {(state.is === 'failed' || state.is === 'conflict') && (
        <StatusBadge tone="attention" icon={IconAlertTriangle}>
          {t(`records.save.${state.is}`)}
        </StatusBadge>
      )}
    </div>
  );
}
