/** A short falling tone. Silent where the browser wants a click on the page first. */
export const playTone = (): void => {
  const audio = new AudioContext()
  const gain = audio.createGain()
  const tone = audio.createOscillator()
  tone.frequency.setValueAtTime(880, audio.currentTime)
  tone.frequency.exponentialRampToValueAtTime(440, audio.currentTime + 0.35)
  gain.gain.setValueAtTime(0.15, audio.currentTime)
  gain.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.4)
  tone.connect(gain).connect(audio.destination)
  tone.onended = () => void audio.close()
  tone.start()
  tone.stop(audio.currentTime + 0.4)
}
