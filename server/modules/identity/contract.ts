/** Who is signed in: endpoints of the session and of the demonstration sign-ins. */
import { z } from 'zod';
import { endpoint, Id, Role } from '../../kernel/wire.ts';

export const Locale = z.enum(['de', 'en']);
export type Locale = z.infer<typeof Locale>;

export const OrganisationKind = z.enum(['hospital', 'practice', 'care_home', 'network']);
export type OrganisationKind = z.infer<typeof OrganisationKind>;

/** Which roles people of an organisation can have. */
export const rolesOfKind = {
  hospital: ['specialist', 'coordinator'],
  practice: ['physician', 'assistant'],
  care_home: ['nurse', 'home_manager'],
  network: ['network_admin', 'evaluator', 'privacy_officer'],
} as const satisfies Record<OrganisationKind, readonly Role[]>;

export const SignedInUser = z.object({
  id: Id,
  displayName: z.string(),
  role: Role,
  organisation: z.object({ id: Id, name: z.string(), kind: OrganisationKind }),
  department: z.object({ id: Id, name: z.string() }).nullable(),
  locale: Locale,
});
export type SignedInUser = z.infer<typeof SignedInUser>;

export const Session = z.object({
  user: SignedInUser,
  /** Sent back as `X-CSRF-Token` with every request that changes something. */
  csrfToken: z.string(),
  /** Signed in by PIN at a shared device. */
  atStation: z.boolean(),
  /** Signed in with a one-time password: until an own one is chosen, everything else answers 403 `password_change_required`. */
  mustChangePassword: z.boolean(),
});
export type Session = z.infer<typeof Session>;

export const getSession = endpoint({
  method: 'get',
  path: '/api/session',
  summary: 'Who is signed in; 401 `not_signed_in` for nobody',
  reply: Session,
});

export const signIn = endpoint({
  method: 'post',
  path: '/api/session',
  summary: 'Sign in with e-mail and password; sets the session cookie',
  open: true,
  body: z.object({ email: z.email().max(254), password: z.string().min(1).max(200) }),
  reply: Session,
  errors: ['sign_in_failed', 'too_many_attempts'],
});

export const signOut = endpoint({
  method: 'delete',
  path: '/api/session',
  summary: 'Sign out and end the session on the server',
  reply: z.object({}),
});

export const changeLocale = endpoint({
  method: 'put',
  path: '/api/session/locale',
  summary: 'Remember the language of the screens for this person',
  body: z.object({ locale: Locale }),
  reply: z.object({ locale: Locale }),
});

export const changePassword = endpoint({
  method: 'put',
  path: '/api/session/password',
  summary: 'Choose another password; ends the sessions in all other windows and on other devices',
  body: z.object({ currentPassword: z.string().min(1).max(200), newPassword: z.string().min(1).max(200) }),
  reply: z.object({}),
  errors: ['password_wrong', 'password_unchanged', 'too_many_attempts'],
});

export const listDemoAccounts = endpoint({
  method: 'get',
  path: '/api/demo-accounts',
  summary: 'Sign-ins of the demonstration network; empty in production',
  open: true,
  reply: z.object({
    accounts: z.array(
      z.object({
        email: z.string(),
        password: z.string(),
        role: Role,
        displayName: z.string(),
        organisation: z.string(),
      }),
    ),
  }),
});
