import { Button, Group } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** The end of a form that was opened from a view: back to it at the left, the deed by its name at the right. */
export function FormFoot(props: { verb: string; busy: boolean; disabled?: boolean; onBack: () => void }) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between">
      <Button variant="subtle" leftSection={<IconArrowBackUp size={20} aria-hidden />} onClick={props.onBack}>
        {t('scheduling.change.back')}
      </Button>
      <Button type="submit" loading={props.busy} disabled={props.disabled ?? false}>
        {props.verb}
      </Button>
    </Group>
  );
}
