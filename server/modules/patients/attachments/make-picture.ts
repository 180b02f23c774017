import sharp from 'sharp';
import { invalid } from '../../../kernel/errors.ts';

export type Picture = { content: Uint8Array<ArrayBuffer>; width: number; height: number };

/** What the sensors of today's tablets give (12 megapixels) stays as it is. */
const longestSide = 4_096;
/** In bytes; the table takes no more. */
const largest = 8_000_000;
/** More is no photograph but an attempt to fill the memory. */
const mostPixels = 60_000_000;
const readable = ['jpeg', 'png', 'webp'];

// A picture now and then: no thread pool of its own, and nothing kept in memory between two patients.
sharp.cache(false);
sharp.concurrency(1);

/**
 * Makes a JPEG from whatever camera file was sent: upright, at most 4096 pixels long, without EXIF, place or comments.
 * The bytes that came are never stored.
 * @throws invalid `picture_unreadable` when it is none, broken, of another kind or absurdly large
 */
export async function makePicture(sent: Buffer): Promise<Picture> {
  try {
    const image = sharp(sent, { failOn: 'error', limitInputPixels: mostPixels });
    const { format } = await image.metadata();
    if (!format || !readable.includes(format)) throw new Error(`not taken: ${format}`);
    const { data, info } = await image
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 85 })
      .toBuffer({ resolveWithObject: true });
    // Foliage and noise do not compress; such a picture is rather coarser than smaller.
    const content = data.length <= largest ? data : await sharp(data).jpeg({ quality: 55 }).toBuffer();
    return { content: new Uint8Array(content), width: info.width, height: info.height };
  } catch {
    throw invalid('picture_unreadable', { fields: { picture: 'picture_unreadable' } });
  }
}
