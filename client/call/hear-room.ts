import type { ProducerInfo } from '../../server/modules/consultation/media-contract.ts';
import type { RoomParticipant } from '../../server/modules/consultation/signalling-contract.ts';
import type { Rung } from './bandwidth-ladder.ts';
import type { FactData, Signalling } from './signalling.ts';

type Told = {
  participants: (participants: RoomParticipant[]) => void;
  producer: (info: ProducerInfo) => void;
  producerClosed: (producerId: string) => void;
  line: (seatId: string, rung: Rung) => void;
  relayed: (fact: FactData<'consultation:relayed'>) => void;
  closed: () => void;
  seatLost: (seatId: string, reason: 'replaced' | 'broken') => void;
};

/** Hears what the server tells of one room, until the returned functions are called. */
export function hearRoom({ hear }: Signalling, consultationId: string, told: Told): (() => void)[] {
  const ours =
    <T extends { consultationId: string }>(handle: (fact: T) => void) =>
    (fact: T) => {
      if (fact.consultationId === consultationId) handle(fact);
    };
  return [
    hear(
      'consultation:participants-changed',
      ours(({ participants }) => told.participants(participants)),
    ),
    hear(
      'consultation:producer-added',
      ours(({ producer }) => told.producer(producer)),
    ),
    hear(
      'consultation:producer-changed',
      ours(({ producer }) => told.producer(producer)),
    ),
    hear(
      'consultation:producer-closed',
      ours(({ producerId }) => told.producerClosed(producerId)),
    ),
    hear(
      'consultation:line-changed',
      ours(({ seatId, rung }) => told.line(seatId, rung)),
    ),
    hear('consultation:relayed', ours(told.relayed)),
    hear('consultation:room-closed', ours(told.closed)),
    hear('consultation:seat-lost', ({ seatId, reason }) => told.seatLost(seatId, reason)),
  ];
}
