import type { Agent, TestApp } from './app.ts';
import type { AccountName } from './world.ts';

export const anna = { name: 'Anna Probe', kind: 'relative', language: 'de', patientAgrees: true } as const;

/** Invites a guest and gives the secret of the link. */
export const inviteGuest = async (
  app: TestApp,
  requestId: string,
  as: AccountName = 'physician',
  given: object = anna,
): Promise<{ id: string; token: string }> => {
  const agent = await app.signIn(as);
  const { body } = await agent.post(`/api/requests/${requestId}/guests`).send(given).expect(201);
  return { id: body.guest.id, token: String(body.path).split('#')[1] ?? '' };
};

/** A browser in which the link has been used: waits in the lobby. */
export const redeem = async (app: TestApp, token: string): Promise<{ agent: Agent; cookie: string }> => {
  const agent = app.anonymous();
  const answer = await agent.post('/api/guest/redemption').send({ token }).expect(200);
  const [set = ''] = answer.get('Set-Cookie') ?? [];
  return { agent, cookie: set.split(';')[0] ?? '' };
};
