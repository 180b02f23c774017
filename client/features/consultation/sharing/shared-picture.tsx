import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Picture } from '../picture.tsx';
import { PointerSurface } from './pointer-surface.tsx';
import classes from './shared-picture.module.css';
import type { Pointing, Target } from './use-pointing.ts';

/** A second camera or a screen, with the dots of those who point at it. */
export function SharedPicture(props: {
  track: MediaStreamTrack;
  label: string;
  target: Target;
  pointing: Pointing;
  /** One's own is pointed at by the others. */
  canPoint: boolean;
}) {
  const { t } = useTranslation();
  const { target, pointing } = props;
  const [ratio, setRatio] = useState(16 / 9);
  const { dots } = useSyncExternalStore(pointing.store.subscribe, pointing.store.snapshot);
  const here = dots.filter(
    ({ participantId, source }) => participantId === target.participantId && source === target.source,
  );
  return (
    <div className={classes.frame} data-pointed={here.length > 0 || undefined}>
      <div className={classes.picture} style={{ '--ratio': ratio } as React.CSSProperties}>
        <Picture track={props.track} label={props.label} onRatio={setRatio} />
        {props.canPoint && <PointerSurface label={props.label} target={target} pointing={pointing} />}
        {here.map(({ by, x, y }) => (
          <span
            key={by}
            className={classes.dot}
            style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
            data-pointer={by}
            data-flip={x > 0.7 || undefined}
          >
            <span className={classes.name}>
              {pointing.isMe(by) ? t('room.pointer.me') : (pointing.nameOf(by) ?? t('consultation.someone'))}
            </span>
          </span>
        ))}
      </div>
    </div>
  );
}
