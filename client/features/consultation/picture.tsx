import { useEffect, useRef } from 'react';
import classes from './picture.module.css';

/** A video track as it comes. `mirrored` for the own face, which people know from the mirror. */
export function Picture(props: { track: MediaStreamTrack; label: string; mirrored?: boolean }) {
  const video = useRef<HTMLVideoElement>(null);
  const { track } = props;
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = new MediaStream([track]);
    return () => {
      element.srcObject = null;
    };
  }, [track]);
  return (
    <video
      ref={video}
      className={classes.picture}
      data-mirrored={props.mirrored || undefined}
      aria-label={props.label}
      autoPlay
      playsInline
      muted
    />
  );
}
