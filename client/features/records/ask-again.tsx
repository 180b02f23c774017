import { Button, Group } from '@mantine/core';
import { IconMessage2Plus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../lib/paths.ts';

/** What did not take place may be asked once more, without typing it again. */
export function AskAgain(props: { requestId: string }) {
  const { t } = useTranslation();
  return (
    <Group mt={8}>
      <Button
        component={Link}
        to={paths.askAgain(props.requestId)}
        variant="default"
        leftSection={<IconMessage2Plus size={20} aria-hidden />}
      >
        {t('records.missed.again')}
      </Button>
    </Group>
  );
}
