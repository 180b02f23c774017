/** Half a second of a soft tone over the chosen speaker, or the usual one where pages may not choose. */
export async function playTone(speaker: string | null): Promise<void> {
  const context = new AudioContext();
  const tone = context.createOscillator();
  const volume = context.createGain();
  const out = context.createMediaStreamDestination();
  volume.gain.value = 0.2;
  tone.frequency.value = 660;
  tone.connect(volume).connect(out);
  const player = new Audio();
  player.srcObject = out.stream;
  if (speaker && 'setSinkId' in player) await player.setSinkId(speaker).catch(() => undefined);
  await Promise.all([context.resume(), player.play()]);
  tone.start();
  tone.stop(context.currentTime + 0.5);
  tone.addEventListener('ended', () => void context.close());
}
