import { UnstyledButton } from '@mantine/core';
import { IconVideoOff } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnMedia } from '../../call/call-state.ts';
import { type Corner, cornerAt, nextCorner } from './corner.ts';
import classes from './own-picture.module.css';
import { Picture } from './picture.tsx';

/** One's own picture: dragged to a corner, or sent to the next one by a press. */
export function OwnPicture({ camera }: { camera: OwnMedia }) {
  const { t } = useTranslation();
  const [corner, setCorner] = useState<Corner>('bottom-right');
  const [shift, setShift] = useState<{ x: number; y: number } | null>(null);
  const from = useRef<{ x: number; y: number } | null>(null);
  const moved = useRef(false);
  const release = (event: React.PointerEvent<HTMLButtonElement>) => {
    const stage = event.currentTarget.parentElement?.getBoundingClientRect();
    if (from.current && moved.current && stage) setCorner(cornerAt(stage, event.clientX, event.clientY));
    from.current = null;
    setShift(null);
  };
  return (
    <UnstyledButton
      className={classes.own}
      data-corner={corner}
      style={shift ? { translate: `${shift.x}px ${shift.y}px`, transition: 'none' } : {}}
      aria-label={t('consultation.own.move')}
      onClick={() => {
        if (!moved.current) setCorner(nextCorner);
      }}
      onPointerDown={(event) => {
        from.current = { x: event.clientX, y: event.clientY };
        moved.current = false;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (!from.current) return;
        const to = { x: event.clientX - from.current.x, y: event.clientY - from.current.y };
        // A press that trembles is no drag.
        if (!moved.current && Math.hypot(to.x, to.y) < 8) return;
        moved.current = true;
        setShift(to);
      }}
      onPointerUp={release}
      onPointerCancel={release}
    >
      <OwnFace camera={camera} />
    </UnstyledButton>
  );
}

/** One's own picture beside what somebody shows, where it covers nothing. */
export function OwnTile({ camera }: { camera: OwnMedia }) {
  return (
    <div className={classes.tile}>
      <OwnFace camera={camera} />
    </div>
  );
}

function OwnFace({ camera }: { camera: OwnMedia }) {
  const { t } = useTranslation();
  return camera.track && camera.wanted ? (
    <Picture track={camera.track} label={t('consultation.own.picture')} mirrored />
  ) : (
    <span className={classes.off}>
      <IconVideoOff size={28} aria-hidden />
      {t(camera.starting ? 'consultation.own.starting' : 'consultation.own.off')}
    </span>
  );
}
