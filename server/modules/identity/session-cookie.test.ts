import { describe, expect, it } from 'vitest';
import { cookieName, cookieOptions, tokenFrom } from './session-cookie.ts';

const http = { publicUrl: null, production: false };
const https = { publicUrl: 'https://telkonnet.example', production: false };
const token = 'a'.repeat(43);

describe('session cookie', () => {
  it('is bound to the host and to https wherever there is https', () => {
    expect(cookieName(https)).toBe('__Host-telkonnet');
    expect(cookieOptions(https)).toMatchObject({ secure: true, httpOnly: true, sameSite: 'lax', path: '/' });
    expect(cookieName({ publicUrl: null, production: true })).toBe('__Host-telkonnet');
  });
  it('works on the own machine without https', () => {
    expect(cookieName(http)).toBe('telkonnet');
    expect(cookieOptions(http).secure).toBe(false);
  });
  it('is read among others, and nothing but a token is', () => {
    expect(tokenFrom(http, `a=b; telkonnet=${token}; c=d`)).toBe(token);
    expect(tokenFrom(https, `telkonnet=${token}`)).toBeNull();
    expect(tokenFrom(http, 'telkonnet=short')).toBeNull();
    expect(tokenFrom(http, `telkonnet=${'ä'.repeat(43)}`)).toBeNull();
    expect(tokenFrom(http, undefined)).toBeNull();
  });
});
