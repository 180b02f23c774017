import type { ConsultFacts } from '../consult-facts.ts';

const titles = { de: 'Videokonsil', en: 'Video consult' } as const;
const rooms = {
  de: 'Den Raum öffnen Sie nach der Anmeldung über diese Adresse:',
  en: 'After signing in you open the room at this address:',
} as const;

/** "Videokonsil K-000123, Kardiologie, Klinikum …" */
export function invitationText(
  language: 'de' | 'en',
  facts: ConsultFacts,
): { title: string; description: string } {
  return {
    title: `${titles[language]} ${facts.number}, ${facts.department}, ${facts.hospital}`,
    description: [facts.requester, facts.practitioner, rooms[language]].filter(Boolean).join('\n'),
  };
}
