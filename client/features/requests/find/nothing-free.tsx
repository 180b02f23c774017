import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowRight, IconCalendarOff, IconFilterOff, IconHourglass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FreeTime, NothingFree as Reasons } from '../../../../server/modules/scheduling/contract.ts';
import { Time } from '../../../ui/time.tsx';
import { anyTime, type Find, isNarrowed, type Whom } from './find.ts';
import { nothingWords } from './nothing-words.ts';

/** Why nothing is free, and the ways on: the next free time, fewer wishes, the waiting list. */
export function NothingFree(props: {
  title: string;
  nothing: Reasons | null;
  nextAfter: FreeTime | null;
  whom: Whom;
  find: Find;
  onFind: (find: Find) => void;
  onNext: (startAt: string) => void;
  onWaiting?: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const { nothing, nextAfter, find } = props;
  return (
    <Alert color="gray" icon={<IconCalendarOff aria-hidden />} title={props.title} role="status">
      <Stack gap="sm">
        {nothing && <Text>{nothingWords(t, nothing)}</Text>}
        {nothing && nothing.waiting > 0 && (
          <Text>{t('requests.nothing.waiting', { count: nothing.waiting })}</Text>
        )}
        <Group gap="sm">
          {nextAfter && (
            <Button
              variant="default"
              h="auto"
              py={8}
              rightSection={<IconArrowRight size={20} aria-hidden />}
              onClick={() => props.onNext(nextAfter.startAt)}
            >
              <span>
                {t('requests.time.nextAfter')} <Time at={nextAfter.startAt} show="clock" strong />
              </span>
            </Button>
          )}
          {isNarrowed(props.whom, find) && (
            <Button
              variant="default"
              leftSection={<IconFilterOff size={20} aria-hidden />}
              onClick={() => props.onFind({ ...anyTime, view: find.view })}
            >
              {t('requests.find.reset')}
            </Button>
          )}
          {props.onWaiting && (
            <Button leftSection={<IconHourglass size={20} aria-hidden />} onClick={props.onWaiting}>
              {t('requests.waiting.enter')}
            </Button>
          )}
        </Group>
      </Stack>
    </Alert>
  );
}
