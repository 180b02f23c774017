import type { TFunction } from 'i18next';
import type { RoomPerson } from '../../../server/modules/consultation/contract.ts';

/** In which part somebody is there, and from where; a guest by whom. */
export function personWords(t: TFunction, { role, guest, organisation }: RoomPerson): string {
  if (guest)
    return t('consultation.people.guest', { kind: t(`consultation.guestKinds.${guest}`), organisation });
  return t('consultation.people.where', { role: role ? t(`shell.roles.${role}`) : '', organisation });
}
