import { useEffect, useRef } from 'react';
import classes from './picture.module.css';

/** A video track as it comes. `mirrored` for the own face, which people know from the mirror. */
export function Picture(props: {
  track: MediaStreamTrack;
  label: string;
  mirrored?: boolean;
  /** Told the picture's width by its height, also when it changes. */
  onRatio?: (ratio: number) => void;
}) {
  const video = useRef<HTMLVideoElement>(null);
  const { track, onRatio } = props;
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
      onResize={({ currentTarget: { videoWidth, videoHeight } }) => {
        if (videoWidth > 0 && videoHeight > 0) onRatio?.(videoWidth / videoHeight);
      }}
    />
  );
}
