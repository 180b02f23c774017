import { mount, type Routes } from '../../kernel/http.ts';
import { closeConsultation } from './close-consultation.ts';
import { connectionTestRoutes } from './connection-test/routes.ts';
import * as contract from './contract.ts';
import { guestRoutes } from './guests/routes.ts';
import { helperRoutes } from './helpers/routes.ts';
import { listParticipants } from './list-participants.ts';
import type { Media } from './media/client.ts';
import { openRoom } from './open-room.ts';
import { viewRoom } from './view-room.ts';

export function consultationRoutes(routes: Routes, media: Media): void {
  mount(routes, contract.getRoom, viewRoom);
  mount(routes, contract.openRoom, openRoom);
  mount(routes, contract.listParticipants, listParticipants);
  mount(routes, contract.closeConsultation, (deps, actor, input) =>
    closeConsultation(deps, media, actor, input),
  );
  guestRoutes(routes, media);
  helperRoutes(routes);
  connectionTestRoutes(routes, media);
}
