import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../../../server/modules/records/contract.ts';
import { useFormats } from '../../lib/format.ts';
import { ReportBody } from './report-body.tsx';

/** Two have written at once: nothing is lost, and the person decides which words go on. */
export function ReportConflict(props: {
  by: string;
  theirs: Draft;
  onDecide: (mine: boolean, theirs: Draft) => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { theirs } = props;
  return (
    <Alert
      role="alert"
      color="yellow"
      icon={<IconUsers aria-hidden />}
      title={t('records.conflict.title', {
        name: props.by || theirs.savedBy,
        time: formats.time(theirs.savedAt),
      })}
    >
      <Stack>
        <Text>{t('records.conflict.hint')}</Text>
        <ReportBody words={theirs} />
        <Group>
          <Button variant="default" onClick={() => props.onDecide(false, theirs)}>
            {t('records.conflict.theirs')}
          </Button>
          <Button variant="default" onClick={() => props.onDecide(true, theirs)}>
            {t('records.conflict.mine')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
