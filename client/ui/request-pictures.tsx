import { useTranslation } from 'react-i18next';
import { listAttachments } from '../../server/modules/patients/attachment-contract.ts';
import { useFormats } from '../lib/format.ts';
import { useLoad } from '../lib/query.ts';
import { PictureStrip } from './picture-strip.tsx';

/** The pictures that came with a request; nothing where there are none. */
export function RequestPictures({ requestId }: { requestId: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { data } = useLoad(listAttachments, { requestId });
  if (!data || data.attachments.length === 0) return null;
  return (
    <section>
      <h3>{t('ui.pictures.title')}</h3>
      <PictureStrip
        label={t('ui.pictures.title')}
        pictures={data.attachments.map(({ kind, takenAt, takenBy, ...picture }) => ({
          ...picture,
          name: t(`ui.pictures.kind.${kind}`),
          taken: t('ui.pictures.taken', { at: formats.dateTime(takenAt), by: takenBy }),
        }))}
      />
    </section>
  );
}
