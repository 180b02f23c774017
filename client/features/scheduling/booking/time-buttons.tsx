import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FreeTime } from '../../../../server/modules/scheduling/contract.ts';
import { useFormats } from '../../../lib/format.ts';
import { choiceOf, type TimeChoice } from './time-choice.ts';
import classes from './times.module.css';
import { useWho } from './use-who.ts';

/** A few free times of several people, each with its day and whose it is. */
export function TimeButtons(props: {
  times: readonly FreeTime[];
  named: Parameters<typeof choiceOf>[1];
  label: string;
  onChoose: (choice: TimeChoice) => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const whoOf = useWho();
  return (
    <section aria-label={props.label}>
      <Text fw={600} mb={6}>
        {props.label}
      </Text>
      <Group gap="sm">
        {props.times.map((time) => {
          const choice = choiceOf(time, props.named);
          const words = { day: formats.shortDate(time.startAt), time: formats.time(time.startAt) };
          return (
            <Button
              key={`${time.startAt} ${time.practitionerId} ${time.poolId}`}
              variant="default"
              className={classes.near}
              onClick={() => props.onChoose(choice)}
            >
              <span className={classes.two}>
                <strong>{t('scheduling.when', words)}</strong>
                <span>{whoOf(choice)}</span>
              </span>
            </Button>
          );
        })}
      </Group>
    </section>
  );
}
