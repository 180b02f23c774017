import { mount, mountOpen, type Routes } from '../../kernel/http.ts';
import { changeLocale } from './change-locale.ts';
import { changePassword } from './change-password.ts';
import * as contract from './contract.ts';
import { getSession } from './get-session.ts';
import { getPin, removePin, setPin } from './keep-pin.ts';
import { getStation, listStations, registerStation, removeStation } from './keep-stations.ts';
import { listDemoAccounts } from './list-demo-accounts.ts';
import { signIn } from './sign-in.ts';
import { signInByPin } from './sign-in-by-pin.ts';
import { signOut } from './sign-out.ts';
import * as station from './station-contract.ts';

export function identityRoutes(routes: Routes): void {
  mount(routes, contract.getSession, getSession);
  mountOpen(routes, contract.signIn, signIn);
  mount(routes, contract.signOut, signOut);
  mount(routes, contract.changeLocale, changeLocale);
  mount(routes, contract.changePassword, changePassword);
  mountOpen(routes, contract.listDemoAccounts, listDemoAccounts);
  mountOpen(routes, station.getStation, getStation);
  mount(routes, station.registerStation, registerStation);
  mount(routes, station.listStations, listStations);
  mount(routes, station.removeStation, removeStation);
  mount(routes, station.getPin, getPin);
  mount(routes, station.setPin, setPin);
  mount(routes, station.removePin, removePin);
  mountOpen(routes, station.signInByPin, signInByPin);
}
