import { Button, Collapse, Group, Select, Stack, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, wallTimeOf } from '../../../lib/zone.ts';
import { at } from '../calendar/plan-week.ts';
import { TimeField } from '../forms/time-field.tsx';
import type { TimeChoice } from './time-choice.ts';

/** Any time of anybody, free or not: pushed in with a reason where it is not. */
export function ExactTime(props: {
  people: readonly { id: string; name: string }[];
  near: { practitionerId: string | null; startAt: string };
  onChoose: (choice: TimeChoice) => void;
}) {
  const { t } = useTranslation();
  const [opened, { toggle }] = useDisclosure(false);
  const [personId, setPersonId] = useState(props.near.practitionerId ?? props.people[0]?.id ?? '');
  const [day, setDay] = useState<string | null>(dayOf(props.near.startAt));
  const [time, setTime] = useState(wallTimeOf(props.near.startAt).slice(11, 16));
  const person = props.people.find(({ id }) => id === personId);
  const isComplete = person !== undefined && day !== null && time !== '';
  return (
    <div>
      <Button
        variant="subtle"
        justify="flex-start"
        aria-expanded={opened}
        leftSection={<IconChevronDown size={20} aria-hidden style={opened ? { rotate: '180deg' } : {}} />}
        onClick={toggle}
      >
        {t('scheduling.choose.exact')}
      </Button>
      <Collapse expanded={opened}>
        <Stack mt="xs">
          <Text c="dimmed">{t('scheduling.choose.exactHint')}</Text>
          <Select
            label={t('scheduling.person')}
            data={props.people.map(({ id, name }) => ({ value: id, label: name }))}
            value={personId}
            onChange={(value) => setPersonId(value ?? '')}
            allowDeselect={false}
          />
          <Group grow align="flex-start">
            <DateInput
              label={t('scheduling.choose.day')}
              valueFormat="DD.MM.YYYY"
              value={day}
              onChange={setDay}
            />
            <TimeField label={t('scheduling.booking.time')} value={time} onChange={setTime} />
          </Group>
          <Group justify="flex-end">
            <Button
              variant="light"
              disabled={!isComplete}
              onClick={() =>
                isComplete &&
                props.onChoose({
                  practitionerId: person.id,
                  poolId: null,
                  startAt: at(day, time),
                  who: person.name,
                })
              }
            >
              {t('scheduling.choose.take')}
            </Button>
          </Group>
        </Stack>
      </Collapse>
    </div>
  );
}
