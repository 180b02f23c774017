/** @jsxImportSource preact */
import { useEffect, useRef } from 'preact/hooks';

/** A moving picture without sound. */
export function Video(props: {
  track: MediaStreamTrack;
  label: string;
  mirrored?: boolean;
  whole?: boolean;
}) {
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
      class={`video${props.mirrored ? ' mirrored' : ''}${props.whole ? ' whole' : ''}`}
      aria-label={props.label}
      autoPlay
      playsInline
      muted
    />
  );
}
