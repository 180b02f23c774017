import type { GuestSeesPerson, OwnInvitation } from '../../server/modules/consultation/guests-contract.ts';

/** A refusal, by the server's stable code; `network_lost` when there was no answer. */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

export const codeOf = (error: unknown): string => (error instanceof Refused ? error.code : 'unknown');

async function ask<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
  const response = await fetch(`/api/guest${path}`, {
    method,
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
    body: body ? JSON.stringify(body) : null,
    signal: AbortSignal.timeout(20_000),
  }).catch(() => {
    throw new Refused('network_lost');
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new Refused(refusedCode(answer));
  return answer as T;
}

function refusedCode(answer: unknown): string {
  const { error } = (answer ?? {}) as { error?: { code?: string } };
  return error?.code ?? 'server_failed';
}

export const readInvitation = (token: string) => ask<OwnInvitation>('POST', '/invitation', { token });
export const redeemInvitation = (token: string) => ask<OwnInvitation>('POST', '/redemption', { token });
export const getOwnInvitation = () => ask<OwnInvitation>('GET', '');
export const waitAgain = () => ask<OwnInvitation>('POST', '/wait', {});
export const leave = () => ask<OwnInvitation>('POST', '/leave', {});
export const listPeople = async () => (await ask<{ people: GuestSeesPerson[] }>('GET', '/people')).people;
