import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TalkFrom } from '../../client/call/talk.ts';
import type { TalkMessage } from '../../client/call/talk-messages.ts';
import { openBrowser } from '../support/browser.ts';
import { openPage, type RoomServer, startRooms } from './support/harness.ts';
import { callState } from './support/watch.ts';

let rooms: RoomServer;
let browser: Browser;
const consultation = randomUUID();

beforeAll(async () => {
  [rooms, browser] = await Promise.all([startRooms(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await rooms?.close();
});

const enter = async (): Promise<Page> => {
  const page = await openPage(browser, rooms.url, consultation, randomUUID());
  await page.evaluate(() => {
    window.call.hearTalk((message, from) => window.heard.push({ message, from }));
    return window.call.join({ microphone: false, camera: false });
  });
  return page;
};
const say = (page: Page, message: TalkMessage, toSeat?: string) =>
  page.evaluate(([what, seat]) => window.call.say(what, seat), [message, toSeat] as const);
const heard = async (page: Page, count: number): Promise<{ message: TalkMessage; from: TalkFrom }[]> => {
  await page.waitForFunction((wanted) => window.heard.length >= wanted, count, { timeout: 20_000 });
  return page.evaluate(() => window.heard.splice(0));
};
const chat = (text: string): TalkMessage => ({ kind: 'chat', id: randomUUID(), text });

it('what is said in a room is heard there in its order, by whom it is meant for, also after a break', {
  timeout: 60_000,
}, async () => {
  const pages = await Promise.all([enter(), enter(), enter()]);
  const [one, two, three] = pages as [Page, Page, Page];
  for (const page of pages) await callState(page, 'state.participants.length === 3');
  const { participantId, participants } = await one.evaluate(() => window.call.snapshot());
  const seatOf = (id: string | null) => participants.find((person) => person.participantId === id)?.seatId;

  const lines = ['Guten Tag', 'Grüße', '🩺'].map(chat);
  for (const line of lines) await say(one, line);
  const from = { seatId: seatOf(participantId), participantId };
  for (const page of [two, three])
    expect(await heard(page, 3)).toEqual(lines.map((message) => ({ message, from })));

  const other = (await two.evaluate(() => window.call.snapshot())).participantId;
  const private_ = chat('nur für Sie');
  await say(one, private_, seatOf(other));
  await say(one, lines[0] as TalkMessage);
  expect((await heard(two, 2)).map(({ message }) => message)).toEqual([private_, lines[0]]);
  expect((await heard(three, 1)).map(({ message }) => message)).toEqual([lines[0]]);

  await one.evaluate(() => window.socket.io.engine.close());
  const late = chat('wieder da');
  await say(one, late);
  expect((await heard(two, 1)).map(({ message }) => message)).toEqual([late]);
});
