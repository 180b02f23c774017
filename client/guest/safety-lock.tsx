/** @jsxImportSource preact */
import type { CallState } from '../call/call-state.ts';
import { Icon } from './icons.tsx';
import { useWords } from './words.ts';

/** The closed lock, with the code behind it that people read to each other; open alarm when two codes cannot agree. */
export function SafetyLock({ safety }: Pick<CallState, 'safety'>) {
  const words = useWords();
  if (safety.state === 'alarm') {
    return (
      <p class="alert" role="alert">
        {words.safety.alarm}
      </p>
    );
  }
  return (
    <details class="lock">
      <summary>
        <Icon name="lock" size={20} />
        {words.safety.title}
      </summary>
      <p>{words.safety.hint}</p>
      <p class="code">{safety.code ?? words.safety.pending}</p>
    </details>
  );
}
