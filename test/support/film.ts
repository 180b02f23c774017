import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';

type Look = { wall: string; skin: string; hair: string; coat: string; shirt: string; bun: boolean };

/** Drawn people for the pictures of the documentation: nobody has to show a face for them. */
export const looks = {
  asking: { wall: '#d8e6dd', skin: '#e9bd9b', hair: '#6b4630', coat: '#4f7a8c', shirt: '#e8eef0', bun: true },
  asked: { wall: '#dbe2ec', skin: '#d9a47e', hair: '#3a3f47', coat: '#f7f9fb', shirt: '#7fa6cf', bun: false },
} as const satisfies Record<string, Look>;

const { width, height } = { width: 1280, height: 720 };
const frames = 8;

/**
 * Draws a film that Chromium takes for a camera (`--use-file-for-fake-video-capture`): JPEG after JPEG.
 * @returns path of the file
 */
export const drawFilm = async (browser: Browser, look: Look, folder: string): Promise<string> => {
  const page = await browser.newPage({ viewport: { width, height } });
  const pictures: Buffer[] = [];
  for (let frame = 0; frame < frames; frame += 1) {
    const lean = Math.sin((frame / frames) * 2 * Math.PI) * 5;
    await page.setContent(drawing(look, lean));
    pictures.push(await page.screenshot({ type: 'jpeg', quality: 86 }));
  }
  await page.close();
  const path = join(folder, `${look.hair.slice(1)}.mjpeg`);
  writeFileSync(path, Buffer.concat(pictures));
  return path;
};

const drawing = (look: Look, lean: number): string => `<body style="margin:0">
<svg viewBox="0 0 1280 720" width="${width}" height="${height}" xmlns="http://www.w3.org/2000/svg">
  <rect width="1280" height="720" fill="${look.wall}"/>
  <rect x="90" y="70" width="250" height="330" rx="6" fill="#fff" opacity=".75"/>
  <path d="M120 330l70-110 50 70 30-40 50 80z" fill="${look.wall}"/>
  <rect x="980" y="90" width="210" height="16" rx="4" fill="#9c8a76"/>
  <rect x="1000" y="20" width="26" height="70" fill="#b5656b"/><rect x="1034" y="34" width="20" height="56" fill="#5f7fa3"/>
  <rect x="1062" y="26" width="30" height="64" fill="#d1b26f"/><rect x="1102" y="40" width="22" height="50" fill="#6f9c7d"/>
  <g transform="translate(${lean} ${Math.abs(lean) / 2})">
    ${look.bun ? `<circle cx="640" cy="120" r="56" fill="${look.hair}"/>` : ''}
    <path d="M300 720c10-190 150-250 340-250s330 60 340 250z" fill="${look.coat}"/>
    <path d="M560 470l80 130 80-130z" fill="${look.shirt}"/>
    <path d="M560 470l40 140-70-60zM720 470l-40 140 70-60z" fill="${look.coat}" stroke="#0002" stroke-width="3"/>
    <rect x="585" y="400" width="110" height="110" rx="50" fill="${look.skin}"/>
    <ellipse cx="640" cy="310" rx="126" ry="152" fill="${look.skin}"/>
    <path d="M510 320c-14-140 60-196 134-194 84 2 142 66 126 194-16-70-50-104-92-112-60 22-130 20-168 112z" fill="${look.hair}"/>
    <g fill="#2b2b30"><circle cx="592" cy="318" r="10"/><circle cx="690" cy="318" r="10"/></g>
    <path d="M590 388q50 40 102 0" fill="none" stroke="#8a4b3c" stroke-width="8" stroke-linecap="round"/>
    <path d="M640 330l-10 36h20" fill="none" stroke="#0003" stroke-width="5" stroke-linecap="round"/>
  </g>
</svg>`;
