import type { RoomParticipant } from '../../../../server/modules/consultation/signalling-contract.ts';
import type { Present } from '../use-people.ts';

/** Somebody who can be asked for a still picture, and the seat that hears it. */
export type Photographer = { participantId: string; seatId: string; name: string };

/** Roles that may put pictures into a patient's files; the others are with the patient only on the screen. */
const keepers: readonly (string | null)[] = ['physician', 'assistant', 'nurse', 'home_manager'];

/** The asking side's people who are in the room now; who shows a second camera comes first. */
export function photographers(
  people: readonly Present[],
  participants: readonly RoomParticipant[],
  showing: readonly string[],
): Photographer[] {
  const found = people.flatMap(({ id, person, isMe }) => {
    const seat = participants.find(({ participantId }) => participantId === id);
    if (isMe || !seat || person?.side !== 'requester' || !keepers.includes(person.role)) return [];
    return [{ participantId: id, seatId: seat.seatId, name: person.name }];
  });
  const rank = ({ participantId }: Photographer) => (showing.includes(participantId) ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b));
}
