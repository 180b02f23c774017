import { type KeyAge, lastStep } from './kid.ts';

/** What one seat knows of its own key and of who has it. `lacks`: seats whose key has not come yet. */
export type KeyState = KeyAge & { members: readonly string[]; lacks: readonly string[] };

export type KeyEvent =
  /** Who else is in the room now. */
  | { type: 'members'; seats: readonly string[] }
  /** That seat's key has come. */
  | { type: 'told'; from: string }
  /** That seat does not have the own key. */
  | { type: 'asked'; from: string }
  /** A frame of that seat could not be opened for want of a key. */
  | { type: 'missed'; from: string }
  /** The line was away: what was told meanwhile is lost, in both directions. */
  | { type: 'resumed' }
  /** Now and then. */
  | { type: 'tick' };

/** What is to be done, in this order. `give` hands the key over as it is then; with `ask` the other's is asked for. */
export type KeyStep =
  | { do: 'renew'; age: KeyAge }
  | { do: 'ratchet'; age: KeyAge }
  | { do: 'give'; to: string; ask: boolean }
  | { do: 'forget'; seat: string };

export const firstKey: KeyState = { generation: 0, step: 0, members: [], lacks: [] };

/**
 * The rules of the sender keys (RFC 9605 §5.1). Who leaves must not read what is sent after: a new random key. Who
 * comes must not read what was sent before: the key is ratcheted, the others follow by themselves.
 */
export function planKeys(state: KeyState, event: KeyEvent): [KeyState, KeyStep[]] {
  switch (event.type) {
    case 'members':
      return meet(state, event.seats);
    case 'told':
      return [{ ...state, lacks: state.lacks.filter((seat) => seat !== event.from) }, []];
    case 'asked':
      // Nobody gets a key who is not in the room as far as one knows: it comes with the list that names them.
      return [state, state.members.includes(event.from) ? [give(event.from, false)] : []];
    case 'missed':
      return [state, state.members.includes(event.from) ? [give(event.from, true)] : []];
    case 'resumed':
      return [state, state.members.map((seat) => give(seat, true))];
    case 'tick':
      return [state, state.lacks.map((seat) => give(seat, true))];
  }
}

const give = (to: string, ask: boolean): KeyStep => ({ do: 'give', to, ask });

function meet(state: KeyState, seats: readonly string[]): [KeyState, KeyStep[]] {
  const joined = seats.filter((seat) => !state.members.includes(seat));
  const left = state.members.filter((seat) => !seats.includes(seat));
  if (joined.length === 0 && left.length === 0) return [state, []];
  const isNew = left.length > 0 || state.step === lastStep;
  const age = isNew
    ? { generation: state.generation + 1, step: 0 }
    : { generation: state.generation, step: state.step + 1 };
  const lacks = [...state.lacks.filter((seat) => seats.includes(seat)), ...joined];
  return [
    { ...age, members: [...seats], lacks },
    [
      ...left.map((seat): KeyStep => ({ do: 'forget', seat })),
      { do: isNew ? 'renew' : 'ratchet', age },
      ...(isNew ? seats : joined).map((seat) => give(seat, false)),
    ],
  ];
}
