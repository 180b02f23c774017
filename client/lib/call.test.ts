import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { endpoint } from '../../server/kernel/wire.ts';
import { call } from './call.ts';
import { CallError } from './call-error.ts';
import { sessionState, setSessionState } from './session-store.ts';

const book = endpoint({
  method: 'post',
  path: '/api/rosters/:id/bookings',
  summary: '',
  params: z.object({ id: z.string() }),
  query: z.object({ day: z.array(z.string()).optional() }),
  body: z.object({ slot: z.string() }),
  reply: z.object({ booked: z.boolean() }),
  idempotent: true,
});

const user = {
  id: '0198a000-0000-7000-8000-000000000001',
  displayName: 'Erika Musterfrau',
  role: 'nurse' as const,
  organisation: { id: '0198a000-0000-7000-8000-000000000002', name: 'Heim', kind: 'care_home' as const },
  department: null,
  locale: 'de' as const,
};

const answers = vi.fn<(address: string, init: RequestInit) => Promise<Response>>();
const input = { id: 'a/b', day: ['2026-11-23', '2026-11-24'], slot: 's1' };
const failure = () => call(book, input).catch((error: unknown) => error);

beforeEach(() => {
  vi.stubGlobal('fetch', answers);
  setSessionState({
    is: 'signed_in',
    session: { user, csrfToken: 'token', atStation: false, mustChangePassword: false },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  answers.mockReset();
});

test('splits the input into path, query and body, and proves the session', async () => {
  answers.mockResolvedValue(Response.json({ booked: true }));
  expect(await call(book, input, { key: 'intention-1' })).toEqual({ booked: true });
  const [address, init] = answers.mock.calls[0] ?? [];
  expect(address).toBe('/api/rosters/a%2Fb/bookings?day=2026-11-23&day=2026-11-24');
  expect(init?.body).toBe('{"slot":"s1"}');
  expect(init?.headers).toMatchObject({ 'x-csrf-token': 'token', 'idempotency-key': 'intention-1' });
});

test('gives a refusal’s code, fields and data', async () => {
  const error = { code: 'slot_taken', message: 'taken', fields: { slot: 'slot_taken' }, data: { next: [] } };
  answers.mockResolvedValue(Response.json({ error }, { status: 409 }));
  const thrown = await failure();
  expect(thrown).toBeInstanceOf(CallError);
  expect(thrown).toMatchObject({
    code: 'slot_taken',
    status: 409,
    fields: { slot: 'slot_taken' },
    data: { next: [] },
  });
  expect(sessionState().is).toBe('signed_in');
});

test('a refused session is to be renewed, without losing who it was', async () => {
  answers.mockResolvedValue(
    Response.json({ error: { code: 'not_signed_in', message: '' } }, { status: 401 }),
  );
  await failure();
  expect(sessionState()).toMatchObject({ is: 'expired', session: { user: { id: user.id } } });
});

test('no answer and an answer of another version are told apart', async () => {
  answers.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  expect(await failure()).toMatchObject({ code: 'network_lost', status: 0 });
  answers.mockResolvedValueOnce(Response.json({ reserved: true }));
  expect(await failure()).toMatchObject({ code: 'reply_unexpected' });
  answers.mockResolvedValueOnce(new Response('<html>bad gateway', { status: 502 }));
  expect(await failure()).toMatchObject({ code: 'server_failed', status: 502 });
});
