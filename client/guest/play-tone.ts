/** Half a second of a soft tone over the speaker. */
export async function playTone(): Promise<void> {
  const context = new AudioContext();
  const tone = context.createOscillator();
  const volume = context.createGain();
  volume.gain.value = 0.2;
  tone.frequency.value = 660;
  tone.connect(volume).connect(context.destination);
  await context.resume();
  tone.start();
  tone.stop(context.currentTime + 0.5);
  tone.addEventListener('ended', () => void context.close());
}
