import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { IconEar, IconVideo, IconVideoOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../server/modules/consultation/contract.ts';
import { initialCallState } from '../../call/call-state.ts';
import { paths } from '../../lib/paths.ts';
import classes from './before-room.module.css';
import { ClockNote } from './clock-note.tsx';
import { DeviceProblems } from './device-problems.tsx';
import { DeviceSelects } from './device-selects.tsx';
import { type Joining, joinings } from './joining.ts';
import { Picture } from './picture.tsx';
import { SoundLevel } from './sound-level.tsx';
import { useOwnDevices } from './use-own-devices.ts';

/** Before the room: how one will be seen and heard, and three ways in; none of them needs a working device. */
export function BeforeRoom({ room, onJoin }: { room: Room; onJoin: (joining: Joining) => void }) {
  const { t } = useTranslation();
  const { devices, microphone, camera } = useOwnDevices();
  const showsPicture = camera.track !== null && camera.wanted;
  return (
    <section className={classes.before}>
      <header>
        <Title order={1} size="h2">
          {t('consultation.before.title')}
        </Title>
        <Text c="dimmed">{t('consultation.before.with', { name: room.other.name })}</Text>
      </header>
      <div className={classes.parts}>
        <div className={classes.picture}>
          {showsPicture && camera.track ? (
            <Picture track={camera.track} label={t('consultation.own.picture')} mirrored />
          ) : (
            <span className={classes.off}>
              <IconVideoOff size={40} aria-hidden />
              {t(camera.starting ? 'consultation.own.starting' : 'consultation.own.off')}
              {!camera.wanted && (
                <Button variant="default" onClick={() => void devices?.camera.switch(true)}>
                  {t('consultation.before.showPicture')}
                </Button>
              )}
            </span>
          )}
        </div>
        <div className={classes.devices}>
          {microphone.track && <SoundLevel track={microphone.track} />}
          <DeviceSelects
            microphone={microphone}
            camera={camera}
            onChoose={(use, deviceId) => void devices?.[use].choose(deviceId)}
          />
          <Anchor href={paths.lineTest} target="_blank" className={classes.test}>
            {t('consultation.before.test')}
          </Anchor>
        </div>
      </div>
      <ClockNote now={room.now} />
      <DeviceProblems
        state={{ ...initialCallState, microphone, camera }}
        onRetry={(source) => {
          if (source === 'microphone' || source === 'camera') void devices?.[source].switch(true);
        }}
        onDismiss={() => undefined}
      />
      <Group className={classes.ways}>
        <Button
          size="xl"
          leftSection={<IconVideo size={26} aria-hidden />}
          onClick={() => onJoin(joinings.both)}
        >
          {t('consultation.before.join')}
        </Button>
        <Button
          size="lg"
          variant="default"
          leftSection={<IconVideoOff size={22} aria-hidden />}
          onClick={() => onJoin(joinings.sound)}
        >
          {t('consultation.before.joinWithoutCamera')}
        </Button>
        <Button
          size="lg"
          variant="default"
          leftSection={<IconEar size={22} aria-hidden />}
          onClick={() => onJoin(joinings.listen)}
        >
          {t('consultation.before.listen')}
        </Button>
      </Group>
    </section>
  );
}
