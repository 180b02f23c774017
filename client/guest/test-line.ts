import { Device, type types } from 'mediasoup-client';
import { codeOf } from './ask-server.ts';
import type { LineResult } from './line-verdict.ts';
import { measureEcho, unmeasured } from './measure-echo.ts';
import { endTest, startTest } from './test-server.ts';
import { tryWay } from './try-way.ts';

export type LineTest =
  | { state: 'idle' }
  | { state: 'trying' | 'measuring' }
  | { state: 'done'; result: LineResult }
  | { state: 'failed'; problem: string };

/** Tries every way to our media server, and measures what the line carries; tells how far it is. */
export async function testLine(tell: (test: LineTest) => void): Promise<void> {
  tell({ state: 'trying' });
  try {
    const room = await startTest();
    const device = await Device.factory();
    await device.load({ routerRtpCapabilities: room.routerRtpCapabilities as types.RtpCapabilities });
    const [udp, tcp, relay] = await Promise.all([
      tryWay(device, room, 'udp'),
      tryWay(device, room, 'tcp'),
      tryWay(device, room, 'relay'),
    ]);
    const opens = [udp, tcp, relay].includes('open');
    if (opens) tell({ state: 'measuring' });
    const measured = opens ? await measureEcho(device, room) : unmeasured;
    await endTest(room.id).catch(() => undefined);
    tell({ state: 'done', result: { ways: { udp, tcp, relay }, ...measured } });
  } catch (error) {
    tell({ state: 'failed', problem: codeOf(error) });
  }
}
