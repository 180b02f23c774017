import sharp from 'sharp';
import { expect, it } from 'vitest';
import { makePicture } from './make-picture.ts';

/** Left half red, right half blue; as a camera writes it that was held sideways, with the place in it. */
const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0000ff' } })
    .composite([
      {
        input: { create: { width: width / 2, height, channels: 3, background: '#ff0000' } },
        left: 0,
        top: 0,
      },
    ])
    .withExif({ IFD0: { Make: 'Kamera' }, IFD3: { GPSLatitude: '53/1 8/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

it('turns a picture upright and leaves nothing of camera and place in it', async () => {
  const sent = await photo(400, 200);
  expect((await sharp(sent).metadata()).exif).toBeDefined();
  const { content, width, height } = await makePicture(sent);
  expect([width, height]).toEqual([200, 400]);
  const { exif, orientation, format } = await sharp(content).metadata();
  expect({ exif, orientation, format }).toEqual({ exif: undefined, orientation: undefined, format: 'jpeg' });
  const { data } = await sharp(content).extract({ left: 100, top: 50, width: 1, height: 1 }).raw().toBuffer({
    resolveWithObject: true,
  });
  expect(data[0]).toBeGreaterThan(200);
});

it('keeps what a sensor gives, makes larger ones smaller and leaves small ones as they are', async () => {
  const sensor = await makePicture(await photo(4_000, 3_000));
  expect([sensor.width, sensor.height]).toEqual([3_000, 4_000]);
  const large = await makePicture(await photo(5_000, 3_750));
  expect([large.width, large.height]).toEqual([3_072, 4_096]);
  const small = await makePicture(
    await sharp({
      create: { width: 30, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer(),
  );
  expect([small.width, small.height]).toEqual([30, 20]);
}, 30_000);

it.each([
  ['text', Buffer.from('kein Bild')],
  ['nothing', Buffer.alloc(0)],
  ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
  ['half a picture', null],
])('refuses %s', async (_, sent) => {
  const whole = await photo(900, 900);
  await expect(makePicture(sent ?? whole.subarray(0, whole.length / 2))).rejects.toMatchObject({
    code: 'picture_unreadable',
  });
});

it('fits into the table even where nothing compresses', async () => {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 };
  const sent = await sharp({
    create: { width: 4_000, height: 3_000, channels: 3, background: '#000000', noise },
  })
    .jpeg({ quality: 95 })
    .toBuffer();
  const { content, width } = await makePicture(sent);
  expect(width).toBe(4_000);
  expect(content.length).toBeLessThanOrEqual(8_000_000);
}, 30_000);
