import { mount, mountOpen, type Routes } from '../../kernel/http.ts';
import { changeLocale } from './change-locale.ts';
import { changePassword } from './change-password.ts';
import * as contract from './contract.ts';
import { getSession } from './get-session.ts';
import { listDemoAccounts } from './list-demo-accounts.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

export function identityRoutes(routes: Routes): void {
  mount(routes, contract.getSession, getSession);
  mountOpen(routes, contract.signIn, signIn);
  mount(routes, contract.signOut, signOut);
  mount(routes, contract.changeLocale, changeLocale);
  mount(routes, contract.changePassword, changePassword);
  mountOpen(routes, contract.listDemoAccounts, listDemoAccounts);
}
