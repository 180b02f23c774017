import { Button } from '@mantine/core';
import { IconVolume } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RemoteStream } from '../../call/call-state.ts';
import classes from './spoken-sound.module.css';

/** Everyone else's voice. A browser that holds sound back until the page is pressed gets a button for it. */
export function SpokenSound(props: { remotes: readonly RemoteStream[]; speaker: string | null }) {
  const { t } = useTranslation();
  const [isBlocked, setBlocked] = useState(false);
  const players = useRef(new Set<HTMLAudioElement>());
  const play = useCallback(async (element: HTMLAudioElement) => {
    try {
      await element.play();
      setBlocked(false);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotAllowedError') setBlocked(true);
    }
  }, []);
  return (
    <>
      {props.remotes
        .filter(({ source }) => source === 'microphone')
        .map(({ producerId, track }) => (
          <Voice
            key={producerId}
            track={track}
            speaker={props.speaker}
            players={players.current}
            play={play}
          />
        ))}
      {isBlocked && (
        <Button
          size="xl"
          className={classes.open}
          leftSection={<IconVolume size={28} aria-hidden />}
          onClick={() => {
            for (const element of players.current) void play(element);
          }}
        >
          {t('consultation.hear')}
        </Button>
      )}
    </>
  );
}

function Voice(props: {
  track: MediaStreamTrack;
  speaker: string | null;
  players: Set<HTMLAudioElement>;
  play: (element: HTMLAudioElement) => Promise<void>;
}) {
  const { track, speaker, players, play } = props;
  const audio = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const element = audio.current;
    if (!element) return;
    players.add(element);
    element.srcObject = new MediaStream([track]);
    void play(element);
    return () => {
      players.delete(element);
      element.srcObject = null;
    };
  }, [track, players, play]);
  useEffect(() => {
    if (audio.current) void sendTo(audio.current, speaker);
  }, [speaker]);
  // biome-ignore lint/a11y/useMediaCaption: live speech has no captions to offer.
  return <audio ref={audio} data-voice />;
}

/** Sends the sound to a speaker where browsers let pages choose one; one that is gone leaves the usual one. */
async function sendTo(element: HTMLAudioElement, deviceId: string | null): Promise<void> {
  if (deviceId && 'setSinkId' in element) await element.setSinkId(deviceId).catch(() => undefined);
}
