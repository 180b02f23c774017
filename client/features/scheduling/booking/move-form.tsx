import { Button, Group, Stack } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '../calendar/plan-pieces.ts';
import type { DroppedAt } from '../plan-target.ts';
import { DroppedTime } from './dropped-time.tsx';
import { MoveSummary } from './move-summary.tsx';
import type { Subject } from './subject.ts';
import type { TimeChoice } from './time-choice.ts';
import { TimeChooser } from './time-chooser.tsx';

/**
 * Another time for a booking, chosen by the department: first which, then what that means, then the press that does
 * it. (The practice moves on a page of its own, holding the new time.)
 */
export function MoveForm(props: {
  subject: Subject;
  /** Of the department, for who may name any time. */
  people: Plan['people'];
  pools: Plan['pools'];
  dropped?: DroppedAt | undefined;
  onBack: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const { subject } = props;
  const { booking } = subject;
  const [choice, setChoice] = useState<TimeChoice | null>(null);
  const [dropped, setDropped] = useState(props.dropped ?? null);
  const back = () => {
    setChoice(null);
    setDropped(null);
  };
  const summary = { subject, onChoose: setChoice, onBack: back, onDone: props.onDone };
  if (choice === null && dropped !== null) {
    const who = props.people.find(({ id }) => id === dropped.practitionerId)?.name ?? '';
    return (
      <DroppedTime departmentId={subject.departmentId} dropped={dropped} pools={props.pools} who={who}>
        {(meant) => <MoveSummary {...summary} choice={meant} dropped={{ ...dropped, poolId: null, who }} />}
      </DroppedTime>
    );
  }
  if (choice !== null) return <MoveSummary key={JSON.stringify(choice)} {...summary} choice={choice} />;
  return (
    <Stack gap="lg">
      <TimeChooser
        departmentId={subject.departmentId}
        near={booking}
        {...(subject.mayOverbook ? { exactFor: props.people } : {})}
        onChoose={setChoice}
      />
      <Group>
        <Button
          variant="subtle"
          leftSection={<IconArrowBackUp size={20} aria-hidden />}
          onClick={props.onBack}
        >
          {t('scheduling.change.back')}
        </Button>
      </Group>
    </Stack>
  );
}
