type Made = { track: MediaStreamTrack; close: () => void };

/** A sound track without a sound, of no device. */
export function silentTrack(): Made {
  const context = new AudioContext();
  const [track] = context.createMediaStreamDestination().stream.getAudioTracks();
  if (!track) throw new Error('no track');
  return { track, close: () => void context.close() };
}

const size = { width: 320, height: 180 };

/** A picture of noise, which no encoder can make small: it fills whatever the line carries. */
export function noiseTrack(): Made {
  const canvas = Object.assign(document.createElement('canvas'), size);
  const context = canvas.getContext('2d');
  const [track] = canvas.captureStream(25).getVideoTracks();
  if (!context || !track) throw new Error('no picture');
  const image = context.createImageData(size.width, size.height);
  const points = new Uint32Array(image.data.buffer);
  const draw = () => {
    for (let at = 0; at < points.length; at += 1) points[at] = (Math.random() * 0xffffff) | 0xff000000;
    context.putImageData(image, 0, 0);
  };
  const timer = setInterval(draw, 40);
  return {
    track,
    close: () => {
      clearInterval(timer);
      track.stop();
    },
  };
}
