/** Two soft rising notes, twice, then a pause: heard across a ward, bearable for minutes. */
const notes = [
  { at: 0, hertz: 659.25 },
  { at: 0.22, hertz: 880 },
  { at: 0.7, hertz: 659.25 },
  { at: 0.92, hertz: 880 },
];
const period = 3;

let context: AudioContext | undefined;
let timer: number | undefined;
const listeners = new Set<() => void>();

/** `blocked`: the browser wants one press on the page before it lets sound out. */
export type SoundState = 'unknown' | 'ready' | 'blocked';
let state: SoundState = 'unknown';

export const soundState = (): SoundState => state;
export function onSoundState(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function note(): void {
  state = context?.state === 'running' ? 'ready' : 'blocked';
  for (const listener of listeners) listener();
}

/** Opens the sound; only from a press of a button or key is it sure to succeed. */
export async function openSound(): Promise<void> {
  if (context === undefined) {
    context = new AudioContext();
    context.addEventListener('statechange', note);
  }
  // Browsers leave this promise pending until the first press; waiting for it would wait for a person.
  void context.resume().then(note, note);
  note();
}

/** Rings until the returned function is called. */
export function ring(): () => void {
  void openSound();
  playOnce();
  timer ??= window.setInterval(playOnce, period * 1000);
  navigator.vibrate?.([200, 100, 200]);
  return () => {
    window.clearInterval(timer);
    timer = undefined;
  };
}

/** One sequence of the ring, also for "Ton testen". */
export function playOnce(): void {
  if (context?.state !== 'running') return;
  const start = context.currentTime + 0.02;
  for (const { at, hertz } of notes) tone(context, start + at, hertz);
}

function tone(on: AudioContext, start: number, hertz: number): void {
  const oscillator = on.createOscillator();
  const volume = on.createGain();
  oscillator.type = 'triangle';
  oscillator.frequency.value = hertz;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.35, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, start + 0.45);
  oscillator.connect(volume).connect(on.destination);
  oscillator.start(start);
  oscillator.stop(start + 0.5);
}
