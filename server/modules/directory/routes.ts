import { mount, type Routes } from '../../kernel/http.ts';
import { changeOrganisation } from './change-organisation.ts';
import * as read from './contract.ts';
import { createOrganisation } from './create-organisation.ts';
import { changeDepartment, createDepartment } from './departments.ts';
import * as keep from './keep-contract.ts';
import { listOrganisations } from './list-organisations.ts';
import { changePerson, inviteAgain, invitePerson } from './people.ts';
import { changePractitioner, createPractitioner } from './practitioners.ts';
import * as queries from './queries.ts';

export function directoryRoutes(routes: Routes): void {
  mount(routes, read.listCounties, queries.listCounties);
  mount(routes, read.listSpecialties, queries.listSpecialties);
  mount(routes, read.listOrganisations, listOrganisations);
  mount(routes, read.getOverview, queries.getOverview);
  mount(routes, read.getOrganisation, queries.getOrganisation);
  mount(routes, read.listDepartments, queries.listDepartments);
  mount(routes, read.listPractitioners, queries.listPractitioners);
  mount(routes, keep.createOrganisation, createOrganisation);
  mount(routes, keep.changeOrganisation, changeOrganisation);
  mount(routes, keep.createDepartment, createDepartment);
  mount(routes, keep.changeDepartment, changeDepartment);
  mount(routes, keep.createPractitioner, createPractitioner);
  mount(routes, keep.changePractitioner, changePractitioner);
  mount(routes, keep.invitePerson, invitePerson);
  mount(routes, keep.changePerson, changePerson);
  mount(routes, keep.inviteAgain, inviteAgain);
}
