/** W3C Image Capture; the TypeScript library does not know it, and Safari and Firefox do not have it. */
type Photographer = {
  takePhoto(settings?: { imageWidth?: number; imageHeight?: number }): Promise<Blob>;
  getPhotoCapabilities(): Promise<{ imageWidth?: Range; imageHeight?: Range }>;
};
type Range = { max?: number };

/** How long a camera may take for a photo, in ms; some never answer. */
const patience = 8_000;
const quality = 0.92;

/**
 * A still picture from a running camera, as large as its sensor gives: by the camera's own photo where the browser
 * offers it, else from the video at the highest resolution the track can be raised to. A JPEG, PNG or WebP.
 * @throws an Error when the camera gives no picture
 */
export async function takeStill(track: MediaStreamTrack): Promise<Blob> {
  const photo = await takePhoto(track).catch(() => null);
  return photo && photo.size > 0 ? photo : grab(track);
}

async function takePhoto(track: MediaStreamTrack): Promise<Blob | null> {
  const { ImageCapture } = window as { ImageCapture?: new (track: MediaStreamTrack) => Photographer };
  if (!ImageCapture) return null;
  const camera = new ImageCapture(track);
  const { imageWidth, imageHeight } = await inTime(camera.getPhotoCapabilities());
  const largest =
    imageWidth?.max && imageHeight?.max ? { imageWidth: imageWidth.max, imageHeight: imageHeight.max } : {};
  return inTime(camera.takePhoto(largest));
}

/** What is sent meanwhile is larger for a moment, and as before afterwards. */
async function grab(track: MediaStreamTrack): Promise<Blob> {
  const before = track.getConstraints();
  const { width, height } = 'getCapabilities' in track ? track.getCapabilities() : {};
  if (width?.max && height?.max) {
    const largest = { ...before, width: { ideal: width.max }, height: { ideal: height.max } };
    await inTime(track.applyConstraints(largest)).catch(() => undefined);
  }
  try {
    return await drawn(track);
  } finally {
    await track.applyConstraints(before).catch(() => undefined);
  }
}

async function drawn(track: MediaStreamTrack): Promise<Blob> {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  try {
    await inTime(video.play());
    const canvas = document.createElement('canvas');
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    canvas.getContext('2d')?.drawImage(video, 0, 0);
    const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
    if (!made) throw new Error('the camera gave no picture');
    return made;
  } finally {
    video.srcObject = null;
  }
}

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the camera does not answer')), patience);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
