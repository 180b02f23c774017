/** How often the loudness is told, in ms. */
const every = 100;

/**
 * Tells ten times a second how loud a track is, 0 to 100: from −60 dB, a quiet room, to 0 dB. Until the returned
 * function is called.
 */
export function watchSoundLevel(track: MediaStreamTrack, told: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    told(Math.round(Math.min(1, Math.max(0, (10 * Math.log10(power + 1e-9) + 60) / 60)) * 100));
  }, every);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}
