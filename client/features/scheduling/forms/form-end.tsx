import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusedNote } from '../../../ui/refused-note.tsx';

/** The end of every form of the plan: what went wrong, saving with what it does to bookings, removing at the left. */
export function FormEnd(props: {
  failure: string | null;
  hits: number;
  busy: boolean;
  disabled?: boolean;
  remove?: ReactNode;
  label?: string;
}) {
  const { t } = useTranslation();
  const label = props.hits > 0 ? t('scheduling.saveAnyway', { count: props.hits }) : t('scheduling.save');
  return (
    <>
      <RefusedNote text={props.failure} />
      <Group justify="space-between" mt="xs">
        <div>{props.remove}</div>
        <Button type="submit" loading={props.busy} disabled={props.disabled ?? false}>
          {props.label ?? label}
        </Button>
      </Group>
    </>
  );
}
