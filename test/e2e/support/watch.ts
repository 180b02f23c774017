/** What the tests know of a page beyond what it shows: its calls, its ring and how often it was pressed. */
import type { BrowserContext, Page } from 'playwright-core';

declare global {
  var watchedCalls: RTCPeerConnection[];
  var watchedTones: number;
  var watchedPresses: number;
}

export const watchPages = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    globalThis.watchedCalls = [];
    globalThis.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        globalThis.watchedCalls.push(this);
      }
    };
    globalThis.watchedTones = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when) {
      // A line to the loudspeaker that the browser holds back plays nothing.
      if (this.context.state === 'running') globalThis.watchedTones += 1;
      start.call(this, when);
    };
    globalThis.watchedPresses = 0;
    const count = (event: Event) => {
      if (event.isTrusted) globalThis.watchedPresses += 1;
    };
    addEventListener('click', count, { capture: true });
  });

/** Notes of the ring that were really sent to the loudspeaker. */
export const tonesOf = (page: Page): Promise<number> => page.evaluate(() => globalThis.watchedTones);
/** How often a person has pressed something since the page was loaded. */
export const pressesOf = (page: Page): Promise<number> => page.evaluate(() => globalThis.watchedPresses);

/** What has been received so far in the open calls of a page: pictures decoded and sound heard. */
export type Received = { frames: number; width: number; level: number; energy: number };

export const receivedBy = (page: Page): Promise<Received> =>
  page.evaluate(async () => {
    const received = { frames: 0, width: 0, level: 0, energy: 0 };
    for (const call of globalThis.watchedCalls.filter(
      ({ connectionState }) => connectionState !== 'closed',
    )) {
      for (const stat of (await call.getStats()).values()) {
        if (stat.type !== 'inbound-rtp') continue;
        received.frames += stat.framesDecoded ?? 0;
        received.width = Math.max(received.width, stat.frameWidth ?? 0);
        received.level = Math.max(received.level, stat.audioLevel ?? 0);
        received.energy += stat.totalAudioEnergy ?? 0;
      }
    }
    return received;
  });
