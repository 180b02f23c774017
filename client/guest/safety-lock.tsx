/** @jsxImportSource preact */
import { useRef } from 'preact/hooks';
import type { CallState } from '../call/call-state.ts';
import { Icon } from './icons.tsx';
import { useWords } from './words.ts';
import './safety-lock.css';

/** The closed lock: that nobody between can listen, and the number by which people make sure of it. */
export function SafetyLock({ state }: { state: CallState }) {
  const { safety: words, room } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const { code, state: now } = state.safety;
  const isAlarm = now === 'alarm';
  return (
    <>
      <button
        type="button"
        class="safety"
        data-tone={isAlarm ? 'danger' : undefined}
        aria-label={isAlarm ? words.showAlarm : words.show}
        onClick={() => dialog.current?.showModal()}
      >
        <Icon name={isAlarm ? 'attention' : 'lock'} />
        <span aria-hidden="true">{isAlarm ? words.alarmLabel : words.label}</span>
      </button>
      <dialog ref={dialog} aria-label={isAlarm ? words.alarmTitle : words.title}>
        <h2>{isAlarm ? words.alarmTitle : words.title}</h2>
        {isAlarm ? (
          <p>{words.alarm}</p>
        ) : (
          <>
            {code && <p class="safety-code">{code}</p>}
            <p>{code ? words.compare : state.participants.length < 2 ? words.alone : words.pending}</p>
            <p class="soft">{words.what}</p>
          </>
        )}
        <button type="button" class="primary" onClick={() => dialog.current?.close()}>
          {room.close}
        </button>
      </dialog>
    </>
  );
}
