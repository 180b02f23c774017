import { Stack } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../../server/modules/consultation/contract.ts';
import { listAttachments } from '../../../../server/modules/patients/attachment-contract.ts';
import { useLoad } from '../../../lib/query.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { RequestPictures } from '../../../ui/request-pictures.tsx';

/** The tab "Dateien": the pictures of the request, those taken in this room among them. */
export function FilesPanel({ room }: { room: Room }) {
  const { t } = useTranslation();
  const { requestId } = room;
  const files = useLoad(listAttachments, { requestId });
  return (
    <Loaded query={files}>
      {({ attachments }) =>
        attachments.length > 0 ? (
          <Stack>
            <RequestPictures requestId={requestId} />
          </Stack>
        ) : (
          <EmptyState
            icon={IconPhoto}
            title={t('room.files.none')}
            hint={t(`room.files.noneHint.${room.side}`)}
          />
        )
      }
    </Loaded>
  );
}
