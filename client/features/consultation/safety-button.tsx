import { Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLock, IconLockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallState } from '../../call/call-state.ts';
import classes from './safety-button.module.css';

/** The closed lock: that nobody between can listen, and the number by which people make sure of it. */
export function SafetyButton({ state }: { state: CallState }) {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure(false);
  const isAlarm = state.safety.state === 'alarm';
  const Lock = isAlarm ? IconLockExclamation : IconLock;
  return (
    <Popover
      opened={opened}
      onChange={(isOpen) => !isOpen && close()}
      position="bottom"
      trapFocus
      shadow="lg"
    >
      <Popover.Target>
        <UnstyledButton
          className={classes.lock}
          data-tone={isAlarm ? 'danger' : undefined}
          aria-label={t(isAlarm ? 'consultation.safety.showAlarm' : 'consultation.safety.show')}
          aria-expanded={opened}
          onClick={toggle}
        >
          <Lock size={22} aria-hidden />
          <span className={classes.word}>
            {t(isAlarm ? 'consultation.safety.alarmLabel' : 'consultation.safety.label')}
          </span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs" maw="min(380px, 78vw)" tabIndex={0} className={classes.words}>
          {isAlarm ? <Alarm /> : <Code state={state} />}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function Alarm() {
  const { t } = useTranslation();
  return (
    <>
      <Text fw={680}>{t('consultation.safety.alarmTitle')}</Text>
      <Text>{t('consultation.safety.alarm')}</Text>
    </>
  );
}

function Code({ state }: { state: CallState }) {
  const { t } = useTranslation();
  const { code } = state.safety;
  return (
    <>
      <Text fw={680}>{t('consultation.safety.title')}</Text>
      {code ? (
        <>
          <p className={`${classes.code} digits`}>{code}</p>
          <Text>{t('consultation.safety.compare')}</Text>
        </>
      ) : (
        <Text>
          {t(state.participants.length < 2 ? 'consultation.safety.alone' : 'consultation.safety.pending')}
        </Text>
      )}
      <Text c="dimmed">{t('consultation.safety.what')}</Text>
    </>
  );
}
