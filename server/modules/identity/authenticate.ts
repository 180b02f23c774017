import type { NextFunction, Request, Response } from 'express';
import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { tokenFrom } from './session-cookie.ts';
import { findSession, validSessions } from './sessions.ts';

declare global {
  // biome-ignore lint/style/noNamespace: Express types its locals by this interface only.
  namespace Express {
    interface Locals {
      csrfToken?: string;
      mustChangePassword?: boolean;
    }
  }
}

/** Pages and their files are the same for everyone; only these paths ask who is there. */
export const asksWho = (path: string): boolean => /^\/(api|fhir)(\/|$)/.test(path);

/** Middleware: puts the signed-in person into `res.locals.actor`. Without a valid session it stays empty. */
export function authenticate(deps: Deps) {
  return async (req: Request, res: Response, next: NextFunction): Promise<void> => {
    const token = asksWho(req.path) ? tokenFrom(deps.config, req.headers.cookie) : null;
    const session = token ? await findSession(deps, token) : null;
    if (token && session) {
      res.locals.sessionToken = token;
      res.locals.actor = session.actor;
      res.locals.csrfToken = session.csrfToken;
      res.locals.mustChangePassword = session.mustChangePassword;
    }
    next();
  };
}

/** Who opens a socket, by the `Cookie` header of its handshake; null for nobody. */
export async function actorFromCookie(deps: Deps, cookieHeader: string | undefined): Promise<Actor | null> {
  const token = tokenFrom(deps.config, cookieHeader);
  const session = token ? await findSession(deps, token) : null;
  return session && !session.mustChangePassword ? session.actor : null;
}

/** Those of these `Cookie` headers that open no socket any more. Asking prolongs no session. */
export async function endedCookies(
  deps: Pick<Deps, 'clock' | 'config' | 'db'>,
  cookieHeaders: readonly string[],
): Promise<Set<string>> {
  const tokens = cookieHeaders.map((header) => [header, tokenFrom(deps.config, header)] as const);
  const valid = await validSessions(
    deps,
    tokens.flatMap(([, token]) => token ?? []),
  );
  return new Set(tokens.flatMap(([header, token]) => (token && valid.has(token) ? [] : [header])));
}
