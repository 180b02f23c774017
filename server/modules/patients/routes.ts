import { mount, type Routes } from '../../kernel/http.ts';
import * as pictures from './attachment-contract.ts';
import { addAttachment, removeAttachment } from './attachments/keep-attachments.ts';
import { listAttachments, viewPicture } from './attachments/view-attachments.ts';
import { changePatient } from './change-patient.ts';
import * as contract from './contract.ts';
import { listResidents } from './list-residents.ts';
import { searchPatients } from './search-patients.ts';
import { createPatient } from './take-up-patient.ts';
import { viewPatient } from './view-patient.ts';

export function patientsRoutes(routes: Routes): void {
  mount(routes, contract.searchPatients, searchPatients);
  mount(routes, contract.createPatient, createPatient);
  mount(routes, contract.getPatient, viewPatient);
  mount(routes, contract.changePatient, changePatient);
  mount(routes, contract.listResidents, listResidents);
  mount(routes, pictures.addAttachment, addAttachment);
  mount(routes, pictures.listAttachments, listAttachments);
  mount(routes, pictures.getPicture, viewPicture);
  mount(routes, pictures.removeAttachment, removeAttachment);
}
