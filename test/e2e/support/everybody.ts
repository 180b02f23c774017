import type { Page } from 'playwright-core';
import { vi } from 'vitest';

/** Generous: two cores encode, encrypt, carry, decrypt, decode and draw everything at once. In ms. */
const wait = { timeout: 45_000, interval: 200 };

/** On this page so many others are seen moving and heard, each of them. */
export async function seesAndHearsAll(page: Page, others: number): Promise<void> {
  const before = await framesOf(page);
  await vi.waitUntil(async () => {
    const now = await framesOf(page);
    return now.size === others && [...now].every(([id, frames]) => frames > (before.get(id) ?? 0) + 5);
  }, wait);
  await vi.waitUntil(() => page.evaluate(hearsAll, others), wait);
}

/** Frames shown of each other person, by the identity of the picture. */
const framesOf = async (page: Page): Promise<Map<string, number>> =>
  new Map(
    await page.evaluate(() =>
      [...document.querySelectorAll<HTMLVideoElement>('figure video')].map((video): [string, number] => [
        video.srcObject instanceof MediaStream ? (video.srcObject.getTracks()[0]?.id ?? '') : '',
        video.getVideoPlaybackQuality().totalVideoFrames,
      ]),
    ),
  );

/** Runs in the page: whether so many voices are there, and each is heard within two seconds; they beep with pauses. */
async function hearsAll(others: number): Promise<boolean> {
  const voices = [...document.querySelectorAll<HTMLAudioElement>('audio[data-voice]')].flatMap(
    ({ srcObject }) => (srcObject instanceof MediaStream ? [srcObject] : []),
  );
  if (voices.length !== others) return false;
  const context = new AudioContext();
  await context.resume();
  const ears = voices.map((voice) => {
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(voice).connect(analyser);
    return { analyser, heard: false };
  });
  const samples = new Float32Array(2048);
  for (let look = 0; look < 120 && ears.some(({ heard }) => !heard); look += 1) {
    for (const ear of ears) {
      ear.analyser.getFloatTimeDomainData(samples);
      ear.heard ||= samples.some((sample) => sample !== 0);
    }
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  await context.close();
  return ears.every(({ heard }) => heard);
}
