import type { NextFunction, Request, Response } from 'express';
import type { Deps } from '../../kernel/deps.ts';
import { forbidden } from '../../kernel/errors.ts';
import { getSession, signIn } from './contract.ts';
import { isOwnOrigin } from './origin.ts';
import { signInByPin } from './station-contract.ts';
import { sameText } from './tokens.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Middleware after `authenticate`: changes come from our own pages only and carry the session's token in
 * `X-CSRF-Token`. Signing in is exempt from the token (another window's session may still be open), not from the origin.
 * Whoever has a one-time password can only choose an own one.
 * @throws forbidden `origin_refused`, `csrf_token_invalid`, `password_change_required`
 */
export function protect(deps: Deps) {
  return (req: Request, res: Response, next: NextFunction): void => {
    if (!safe.has(req.method)) {
      const headers = {
        origin: req.get('Origin'),
        host: req.get('Host'),
        fetchSite: req.get('Sec-Fetch-Site'),
      };
      if (!isOwnOrigin(headers, deps.config.publicUrl)) throw forbidden('origin_refused');
      const { csrfToken } = res.locals;
      const signsIn = req.method === 'POST' && [signIn.path, signInByPin.path].includes(req.path);
      // A guest's own cookie is sent from our pages only (SameSite=Strict); the session of a window beside it is not meant.
      const isGuest = req.path.startsWith('/api/guest/');
      if (
        csrfToken !== undefined &&
        !signsIn &&
        !isGuest &&
        !sameText(req.get('X-CSRF-Token') ?? '', csrfToken)
      ) {
        throw forbidden('csrf_token_invalid');
      }
    }
    const reachable =
      req.path === getSession.path ||
      req.path.startsWith(`${getSession.path}/`) ||
      /^\/api\/guest(\/|$)/.test(req.path);
    if (res.locals.mustChangePassword && !reachable) throw forbidden('password_change_required');
    next();
  };
}
