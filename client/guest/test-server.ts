import type { z } from 'zod';
import type * as contract from '../../server/modules/consultation/connection-test-contract.ts';
import { Refused } from './ask-server.ts';

export type TestRoom = z.output<(typeof contract.startConnectionTest)['reply']>;
export type Echo = z.output<(typeof contract.echoInTest)['reply']>;
export type Way = contract.Way;

/** One step of a test of the line. Without cookies: a test belongs to nobody. @throws Refused */
async function ask<T>(path: string, body: object): Promise<T> {
  const response = await fetch(`/api/connection-test${path}`, {
    method: 'POST',
    credentials: 'omit',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  }).catch(() => {
    throw new Refused('network_lost');
  });
  const answer = await response.json().catch(() => null);
  if (!response.ok) throw new Refused(answer?.error?.code ?? 'server_failed');
  return answer as T;
}

export const startTest = () => ask<TestRoom>('', {});
export const connectWay = (id: string, way: Way, dtlsParameters: object) =>
  ask<object>(`/${id}/connect`, { way, dtlsParameters });
export const echoStream = (id: string, rtpParameters: object, rtpCapabilities: object) =>
  ask<Echo>(`/${id}/echo`, { rtpParameters, rtpCapabilities });
export const hearEcho = (id: string, consumerId: string) => ask<object>(`/${id}/hear`, { consumerId });
export const endTest = (id: string) => ask<object>(`/${id}/end`, {});
