import { mount, mountOpen, type Routes } from '../../../kernel/http.ts';
import * as contract from '../guests-contract.ts';
import type { Media } from '../media/client.ts';
import { admitGuest, listGuests, refuseGuest, revokeGuest } from './answer-guest.ts';
import { inviteGuest } from './invite-guest.ts';
import { leaveAsGuest, listPeopleForGuest, viewOwnInvitation, waitAgain } from './keep-own-place.ts';
import { readInvitation, redeemInvitation } from './use-link.ts';

export function guestRoutes(routes: Routes, media: Media): void {
  mount(routes, contract.inviteGuest, inviteGuest);
  mount(routes, contract.listGuests, listGuests);
  mount(routes, contract.admitGuest, admitGuest);
  mount(routes, contract.refuseGuest, refuseGuest);
  mount(routes, contract.revokeGuest, (deps, actor, input) => revokeGuest(deps, media, actor, input));
  mountOpen(routes, contract.readInvitation, readInvitation);
  mountOpen(routes, contract.redeemInvitation, redeemInvitation);
  mountOpen(routes, contract.getOwnInvitation, viewOwnInvitation);
  mountOpen(routes, contract.waitAgain, waitAgain);
  mountOpen(routes, contract.leaveAsGuest, (deps, input, call) => leaveAsGuest(deps, media, input, call));
  mountOpen(routes, contract.listPeopleForGuest, listPeopleForGuest);
}
