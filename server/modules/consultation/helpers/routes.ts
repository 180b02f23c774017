import { mount, type Routes } from '../../../kernel/http.ts';
import * as contract from '../helpers-contract.ts';
import { inviteRoomHelper, listRoomColleagues, listRoomHelpers, removeRoomHelper } from './keep-helpers.ts';

export function helperRoutes(routes: Routes): void {
  mount(routes, contract.listRoomColleagues, listRoomColleagues);
  mount(routes, contract.inviteRoomHelper, inviteRoomHelper);
  mount(routes, contract.listRoomHelpers, listRoomHelpers);
  mount(routes, contract.removeRoomHelper, removeRoomHelper);
}
