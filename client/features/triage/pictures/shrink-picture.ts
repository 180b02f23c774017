import { CallError } from '../../../lib/call-error.ts';

const longestSide = 2_560;
/** What a camera may give; more is refused before it is read. */
export const longestFile = 40_000_000;

/**
 * A camera's picture, upright and no larger than the server keeps it, so that a weak line carries it too.
 * @throws CallError `picture_unreadable` for what is no picture, `body_too_large`
 */
export async function shrinkPicture(file: Blob): Promise<Blob> {
  if (file.size > longestFile) throw new CallError('body_too_large');
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch((cause: unknown) => {
    throw new CallError('picture_unreadable', { cause });
  });
  try {
    const scale = Math.min(1, longestSide / Math.max(image.width, image.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(image.width * scale));
    canvas.height = Math.max(1, Math.round(image.height * scale));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
    if (!made) throw new CallError('picture_unreadable');
    return made;
  } finally {
    image.close();
  }
}
