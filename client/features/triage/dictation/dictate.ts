import type { RecogniserClass } from './recogniser.ts';

export type Heard = {
  /** A finished piece of what was said. */
  said: (words: string) => void;
  /** It listens no more; with why, where a person can do something about it. */
  ended: (because: 'microphone_denied' | 'dictation_failed' | null) => void;
};

/** Errors after which there is nothing to tell: silence, or stopped by a press. */
const quiet = ['no-speech', 'aborted'];
const denied = ['not-allowed', 'audio-capture'];

/** Listens until it is stopped, on the device only. @returns stops it; pressed twice harmless */
export function dictate(Found: RecogniserClass, lang: string, heard: Heard): () => void {
  const recogniser = new Found();
  recogniser.lang = lang;
  recogniser.continuous = true;
  recogniser.interimResults = false;
  // With this the browser fails rather than ask a service.
  recogniser.processLocally = true;
  let because: Parameters<Heard['ended']>[0] = null;
  let isOver = false;
  const end = () => {
    if (isOver) return;
    isOver = true;
    heard.ended(because);
  };
  recogniser.onresult = ({ results, resultIndex }) => {
    const finished = Array.from(results).slice(resultIndex);
    const words = finished.flatMap((one) => (one.isFinal ? (one[0]?.transcript ?? []) : []));
    if (words.length > 0) heard.said(words.join(' '));
  };
  recogniser.onerror = ({ error }) => {
    if (!quiet.includes(error)) because = denied.includes(error) ? 'microphone_denied' : 'dictation_failed';
  };
  recogniser.onend = end;
  try {
    recogniser.start();
  } catch {
    because = 'dictation_failed';
    end();
  }
  return () => recogniser.stop();
}

/** What was said after what stands there already, as one text of at most `most` letters. Pure. */
export function joined(text: string, said: string, most: number): string {
  const words = said.trim().replace(/\s+/g, ' ');
  if (words === '') return text;
  const before = text.trimEnd();
  return (before === '' ? words : `${before} ${words}`).slice(0, most);
}
