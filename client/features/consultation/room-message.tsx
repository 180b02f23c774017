import { Button, Group, Text, Title } from '@mantine/core';
import {
  type Icon,
  IconArrowLeft,
  IconCircleCheck,
  IconDoorExit,
  IconHourglassOff,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Room } from '../../../server/modules/consultation/contract.ts';
import { clockOf } from '../../lib/format.ts';
import { paths } from '../../lib/paths.ts';
import { ThreeQuestions } from './after/three-questions.tsx';
import classes from './room-message.module.css';

/** What is the matter with the room, in one sentence, and the way on. */
export function RoomMessage(props: {
  icon: Icon;
  title: string;
  hint?: ReactNode;
  requestId: string;
  /** The first thing to do; the way back is always there. */
  action?: ReactNode;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const Sign = props.icon;
  return (
    <section className={classes.message}>
      <Sign size={56} stroke={1.4} aria-hidden />
      <div role="status">
        <Title order={1} size="h2">
          {props.title}
        </Title>
      </div>
      {props.hint !== undefined && <Text size="lg">{props.hint}</Text>}
      {props.children}
      <Group justify="center">
        {props.action}
        <Button
          component={Link}
          to={paths.consult(props.requestId)}
          variant="default"
          size="lg"
          leftSection={<IconArrowLeft size={22} aria-hidden />}
        >
          {t('consultation.toConsult')}
        </Button>
      </Group>
    </section>
  );
}

export function ClosedRoom({ room, consultationId }: { room: Room; consultationId: string | null }) {
  const { t } = useTranslation();
  const seconds = room.presentSeconds ?? 0;
  return (
    <RoomMessage
      icon={IconCircleCheck}
      requestId={room.requestId}
      title={t('consultation.closed.title')}
      hint={seconds > 0 ? t('consultation.closed.duration', { clock: clockOf(seconds) }) : undefined}
    >
      <Text>{t(`consultation.closed.${room.side}`)}</Text>
      {consultationId && <ThreeQuestions consultationId={consultationId} />}
    </RoomMessage>
  );
}

export function MissedRoom({ room }: { room: Room }) {
  const { t } = useTranslation();
  return (
    <RoomMessage
      icon={IconHourglassOff}
      requestId={room.requestId}
      title={t('consultation.over.title')}
      hint={t('consultation.over.hint')}
    />
  );
}

/** One went oneself; the others may still be talking. */
export function LeftRoom(props: { room: Room; consultationId: string; onAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <RoomMessage
      icon={IconDoorExit}
      requestId={props.room.requestId}
      title={t('consultation.left.title')}
      hint={t('consultation.left.hint')}
      action={
        <Button size="lg" onClick={props.onAgain}>
          {t('consultation.left.again')}
        </Button>
      }
    >
      <ThreeQuestions consultationId={props.consultationId} />
    </RoomMessage>
  );
}
