import { Button, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconCamera, IconVideo } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { takeStill } from '../../../call/still.ts';
import { Picture } from '../picture.tsx';
import type { Call } from '../use-call.ts';
import classes from './still.module.css';

const sources = ['detail', 'camera'] as const;

/** What the camera sees now, and the button. The second camera first, where one runs. */
export function TakePicture({ call, onTaken }: { call: Call; onTaken: (picture: Blob) => void }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const [state, setState] = useState<'ready' | 'taking' | 'failed'>('ready');
  const running = sources.filter((source) => call.state[source].wanted && call.state[source].track !== null);
  const source = running.find((one) => one === chosen) ?? running[0];
  const track = source && call.state[source].track;
  if (!track) {
    return (
      <Stack>
        <Text>{t('room.still.noCamera')}</Text>
        <Button
          size="lg"
          leftSection={<IconVideo size={22} aria-hidden />}
          loading={call.state.camera.starting}
          onClick={() => void call.client.switch('camera', true)}
        >
          {t('room.still.cameraOn')}
        </Button>
      </Stack>
    );
  }
  const take = () => {
    setState('taking');
    takeStill(track).then(onTaken, () => setState('failed'));
  };
  return (
    <Stack>
      {running.length > 1 && (
        <SegmentedControl
          aria-label={t('room.still.which')}
          data={running.map((value) => ({ value, label: t(`room.still.source.${value}`) }))}
          value={source ?? 'camera'}
          onChange={setChosen}
        />
      )}
      <div className={classes.view}>
        <Picture track={track} label={t('room.still.live')} />
      </div>
      {state === 'failed' && <Text role="alert">{t('room.still.failed')}</Text>}
      <Button
        size="lg"
        leftSection={<IconCamera size={22} aria-hidden />}
        loading={state === 'taking'}
        onClick={take}
        data-autofocus
      >
        {t('room.still.shoot')}
      </Button>
    </Stack>
  );
}
