/** Shared devices of a house ("stations"): its people change over by PIN, each under the own name. */
import { z } from 'zod';
import { endpoint, Id, Instant, Role } from '../../kernel/wire.ts';
import { Session } from './contract.ts';

export const Station = z.object({ id: Id, name: z.string() });

export const getStation = endpoint({
  method: 'get',
  path: '/api/station',
  summary: 'What this device is and who may sign in at it by PIN; null for a device of one person',
  open: true,
  reply: z.object({
    station: Station.extend({
      organisation: z.string(),
      people: z.array(z.object({ accountId: Id, displayName: z.string(), role: Role })),
    }).nullable(),
  }),
});

export const registerStation = endpoint({
  method: 'post',
  path: '/api/stations',
  summary: 'Make this device a station of the own house; sets its cookie',
  body: z.object({ name: z.string('required').trim().min(2, 'required').max(60, 'too_long') }),
  reply: Station,
});

export const listStations = endpoint({
  method: 'get',
  path: '/api/stations',
  summary: 'The stations of the own house',
  reply: z.object({
    stations: z.array(
      Station.extend({
        createdAt: Instant,
        lastUsedAt: Instant,
        registeredBy: z.string(),
        here: z.boolean(),
      }),
    ),
  }),
});

export const removeStation = endpoint({
  method: 'delete',
  path: '/api/stations/:id',
  summary: 'The device is no station any more (lost, given away); ends the sessions at it',
  params: z.object({ id: Id }),
  reply: z.object({}),
  errors: ['station_not_found'],
});

export const getPin = endpoint({
  method: 'get',
  path: '/api/session/pin',
  summary: 'Whether the signed-in person has a PIN',
  reply: z.object({ set: z.boolean() }),
});

export const setPin = endpoint({
  method: 'put',
  path: '/api/session/pin',
  summary: 'Choose the own PIN, four to eight digits; needs the password',
  body: z.object({ currentPassword: z.string().min(1).max(200), pin: z.string().max(20) }),
  reply: z.object({}),
  errors: ['password_wrong', 'pin_format', 'pin_too_simple', 'too_many_attempts'],
});

export const removePin = endpoint({
  method: 'delete',
  path: '/api/session/pin',
  summary: 'Have no PIN any more',
  reply: z.object({}),
});

export const signInByPin = endpoint({
  method: 'post',
  path: '/api/session/pin',
  summary: 'Sign in at a station, or take over from whoever is signed in at it',
  open: true,
  body: z.object({ accountId: Id, pin: z.string().min(1).max(20) }),
  reply: Session,
  errors: ['station_unknown', 'pin_wrong', 'too_many_attempts'],
});
