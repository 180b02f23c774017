/** @jsxImportSource preact */
import type { CallState } from '../call/call-state.ts';
import { weakLine } from '../call/their-rung.ts';
import { useWords } from './words.ts';

/** In one line, what a weak line does to the pictures, and that the voices come first. */
export function LineNotice({ state }: { state: CallState }) {
  const words = useWords();
  const weak = weakLine(state);
  return <div role="status">{weak && <p class="alert">{words.weak[weak.side][weak.rung]}</p>}</div>;
}
