import { Button } from '@mantine/core';
import { IconRefresh, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SharedSource } from '../../../call/talk-messages.ts';
import type { Call } from '../use-call.ts';
import classes from './own-shared.module.css';
import { SharedPicture } from './shared-picture.tsx';
import type { Pointing } from './use-pointing.ts';
import type { SecondCamera } from './use-second-camera.ts';

const sources = ['detail', 'screen'] as const satisfies SharedSource[];

/** What one shows oneself, small, with the way to stop it; larger while somebody points at it. */
export function OwnShared(props: { call: Call; secondCamera: SecondCamera; pointing: Pointing }) {
  const { t } = useTranslation();
  const { call, secondCamera, pointing } = props;
  const { participantId } = call.state;
  const shown = sources.filter((source) => call.state[source].wanted && call.state[source].track !== null);
  return (
    <div className={classes.list}>
      <div role="status">
        {shown.map((source) => (
          <p key={source} className={classes.said}>
            {t(`room.own.${source}`)}
          </p>
        ))}
        {secondCamera.alternates && <p className={classes.said}>{t('room.own.alternates')}</p>}
      </div>
      {shown.map((source) => {
        const { track } = call.state[source];
        return (
          track && (
            <div key={source} className={classes.one} data-source={source}>
              <SharedPicture
                track={track}
                label={t(`room.own.${source}Picture`)}
                target={{ participantId: participantId ?? '', source }}
                pointing={pointing}
                canPoint={false}
              />
              <div className={classes.ways}>
                {source === 'detail' && secondCamera.another && (
                  <Button
                    variant="default"
                    leftSection={<IconRefresh size={20} aria-hidden />}
                    onClick={secondCamera.another}
                  >
                    {t('room.own.another')}
                  </Button>
                )}
                <Button
                  variant="default"
                  leftSection={<IconX size={20} aria-hidden />}
                  aria-label={t(`room.own.stopNamed.${source}`)}
                  onClick={() =>
                    void (source === 'detail' ? secondCamera.stop() : call.client.switch('screen', false))
                  }
                >
                  {t('room.own.stop')}
                </Button>
              </div>
            </div>
          )
        );
      })}
    </div>
  );
}
