import { Alert, Button, FileButton, Group, Loader, Text } from '@mantine/core';
import { IconAlertTriangle, IconCamera, IconCheck, IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../lib/error-text.ts';
import { keptPicture } from '../../../lib/kept-pictures.ts';
import { Panel } from '../../../ui/panel.tsx';
import classes from './picture-fields.module.css';
import type { Pictures } from './use-pictures.ts';

const most = 6;
const kinds = ['wound', 'medication_plan', 'other'] as const;

/** Photographs beside the words: the tablet's camera opens at one tap. */
export function PictureFields({ pictures }: { pictures: Pictures }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const full = pictures.pictures.length >= most;
  return (
    <Panel title={t('triage.pictures.title')}>
      <Text c="dimmed">{t('triage.pictures.hint')}</Text>
      <Group gap="sm" mt="sm">
        {kinds.map((kind) => (
          <FileButton
            key={kind}
            accept="image/jpeg,image/png,image/webp"
            capture="environment"
            onChange={(file) => file && void pictures.add(kind, file)}
            disabled={full}
          >
            {(props) => (
              <Button
                {...props}
                variant="default"
                size="md"
                leftSection={<IconCamera size={24} aria-hidden />}
                disabled={full}
              >
                {t(`triage.pictures.take.${kind}`)}
              </Button>
            )}
          </FileButton>
        ))}
      </Group>
      {pictures.refused !== null && (
        <Alert role="alert" mt="sm" color="yellow" icon={<IconAlertTriangle aria-hidden />}>
          {errorText(pictures.refused)}
        </Alert>
      )}
      {pictures.pictures.length > 0 && (
        <ul className={classes.taken}>
          {pictures.pictures.map(({ id, kind, attachmentId }, at) => {
            const name = t('triage.pictures.name', {
              kind: t(`ui.pictures.kind.${kind}`),
              number: at + 1,
            });
            return (
              <li key={id}>
                <Thumb id={id} name={name} />
                <span className={classes.state}>
                  {attachmentId ? <IconCheck size={20} aria-hidden /> : <Loader size={18} aria-hidden />}
                  {t(
                    attachmentId
                      ? 'triage.pictures.kept'
                      : pictures.offline
                        ? 'triage.pictures.offline'
                        : 'triage.pictures.sending',
                  )}
                </span>
                <Button
                  variant="subtle"
                  color="gray"
                  leftSection={<IconTrash size={20} aria-hidden />}
                  aria-label={t('triage.pictures.removeNamed', { name })}
                  onClick={() => pictures.remove(id)}
                >
                  {t('triage.pictures.remove')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}

function Thumb(props: { id: string; name: string }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let gone = false;
    void keptPicture(props.id).then((picture) => {
      if (gone || !picture) return;
      made = URL.createObjectURL(picture);
      setUrl(made);
    });
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [props.id]);
  return url ? <img src={url} alt={props.name} /> : <span className={classes.blank}>{props.name}</span>;
}
