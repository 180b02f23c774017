import { UnstyledButton } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type PicturePoint, pointAt, pointByKey } from './picture-point.ts';
import classes from './pointer-surface.module.css';
import type { Pointing, Target } from './use-pointing.ts';

/** Lies over a shared picture: hold and move to point at something, or by the arrow keys; Escape lifts the pointer. */
export function PointerSurface(props: { label: string; target: Target; pointing: Pointing }) {
  const { t } = useTranslation();
  const { target, pointing } = props;
  const at = useRef<PicturePoint | null>(null);
  const isHeld = useRef(false);
  const put = (point: PicturePoint | null) => {
    if (!point && !at.current) return;
    at.current = point;
    pointing.point(target, point);
  };
  const follow = (event: React.PointerEvent<HTMLButtonElement>) =>
    put(pointAt(event.currentTarget.getBoundingClientRect(), event.clientX, event.clientY));
  const release = () => {
    if (!isHeld.current) return;
    isHeld.current = false;
    put(null);
  };
  return (
    <UnstyledButton
      className={classes.surface}
      aria-label={t('room.pointer.surface', { picture: props.label })}
      title={t('room.pointer.hint')}
      onPointerDown={(event) => {
        isHeld.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        follow(event);
      }}
      onPointerMove={(event) => {
        if (isHeld.current) follow(event);
      }}
      onPointerUp={release}
      onPointerCancel={release}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && at.current) {
          event.stopPropagation();
          return put(null);
        }
        const next = pointByKey(at.current, event.key, event.shiftKey);
        if (!next) return;
        event.preventDefault();
        put(next);
      }}
      onBlur={() => put(null)}
      onContextMenu={(event) => event.preventDefault()}
    />
  );
}
