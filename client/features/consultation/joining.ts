import type { Room } from '../../../server/modules/consultation/contract.ts';

/** With what somebody enters; with neither one listens. */
export type Joining = { microphone: boolean; camera: boolean };

export const joinings = {
  both: { microphone: true, camera: true },
  sound: { microphone: true, camera: false },
  listen: { microphone: false, camera: false },
} as const satisfies Record<string, Joining>;

const ofTab = (requestId: string) => `telkonnet.joined.${requestId}`;
const last = 'telkonnet.joining';

/**
 * How to enter without asking, or null where the page before the room is shown: whoever was in this room in this
 * window is back in it after a reload; in an urgent case nobody is asked at all.
 */
export function knownJoining({ requestId, kind }: Pick<Room, 'requestId' | 'kind'>): Joining | null {
  return read(() => sessionStorage, ofTab(requestId)) ?? (kind === 'urgent' ? joinings.both : null);
}

/** What was chosen last on this computer; both at first. */
export const lastJoining = (): Joining => read(() => localStorage, last) ?? joinings.both;

/** For the next room on this computer. */
export const chooseJoining = (joining: Joining): void => write(() => localStorage, last, joining);

/** One is inside: a reload of this window asks nobody again. */
export const noteInside = (requestId: string, joining: Joining): void =>
  write(() => sessionStorage, ofTab(requestId), joining);

/** One went by oneself: the page before the room is shown again. */
export function noteOutside(requestId: string): void {
  try {
    sessionStorage.removeItem(ofTab(requestId));
  } catch {
    // Nothing was kept either.
  }
}

function read(storage: () => Storage, name: string): Joining | null {
  try {
    const { microphone, camera } = JSON.parse(storage().getItem(name) ?? 'null') as Partial<Joining>;
    if (typeof microphone !== 'boolean' || typeof camera !== 'boolean') return null;
    return { microphone, camera };
  } catch {
    return null;
  }
}

function write(storage: () => Storage, name: string, joining: Joining): void {
  try {
    storage().setItem(name, JSON.stringify(joining));
  } catch {
    // The choice then lasts as long as the page.
  }
}
