import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../lib/format.ts';
import { addDays, dayOf, weekOf } from '../lib/zone.ts';

/** Walks through weeks: back, which one it is, on, and to the present one. `children` stand at the right. */
export function WeekHeader(props: { day: string; onChange: (day: string) => void; children?: ReactNode }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { number, days } = weekOf(props.day);
  const noon = (day: string | undefined) => formats.date(`${day}T12:00:00Z`);
  return (
    <Group justify="space-between">
      <Group gap="xs">
        <ActionIcon
          variant="default"
          aria-label={t('ui.calendar.previous')}
          onClick={() => props.onChange(addDays(props.day, -7))}
        >
          <IconChevronLeft size={22} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={t('ui.calendar.next')}
          onClick={() => props.onChange(addDays(props.day, 7))}
        >
          <IconChevronRight size={22} aria-hidden />
        </ActionIcon>
        <Button variant="default" onClick={() => props.onChange(dayOf(new Date().toISOString()))}>
          {t('ui.calendar.today')}
        </Button>
        <Text fw={600} size="lg" ml="xs" aria-live="polite">
          {t('ui.calendar.range', { week: number, from: noon(days[0]), to: noon(days[6]) })}
        </Text>
      </Group>
      {props.children}
    </Group>
  );
}
