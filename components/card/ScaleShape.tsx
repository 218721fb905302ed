import type { ScaleMark } from './distance-scale'

/** One shape for each, so that nobody has to tell colours apart. Around (0, 0), 10 px. */
const shapes: Record<ScaleMark | 'ghost', string> = {
  liquidation: 'M-5-5 5 5M5-5-5 5',
  ghost: 'M-3.5-3.5 3.5 3.5M3.5-3.5-3.5 3.5',
  stop: 'M-4-4H4V4H-4Z',
  mark: 'M-5-6H5L0 3Z',
  entry: 'M0-5 5 0 0 5-5 0Z',
}

export const ScaleShape = ({ name }: { name: ScaleMark | 'ghost' }) => (
  <path class={`shape ${name}`} d={shapes[name]} />
)
