import { useState } from 'preact/hooks'
import type { Limits } from '@/lib/rules/limits'
import type { JudgedPosition } from '@/lib/rules/panel'
import { presetNames, presetOf } from '@/lib/rules/settings'
import { usePageTranslation } from '../own-page/page-translation'

type PresetName = (typeof presetNames)[number]

/** What a set of limits would say of each open position. */
type Verdict = readonly (Omit<JudgedPosition, 'codes'> & { codes: readonly string[] })[]

type Props = {
  limits: Limits
  /** Of each preset, in their order, then of the limits of now. `null`: no tab of ours is in front. */
  judged: readonly Verdict[] | null
  onPick: (name: PresetName) => void
}

/** Three sets of limits to start from; a line says what each is, and what it would mean today. */
export const PresetBar = ({ limits, judged, onPick }: Props) => {
  const { t } = usePageTranslation()
  const current = presetOf(limits)
  const [pointed, setPointed] = useState<PresetName | null>(null)
  const shown = pointed ?? current
  const says = (): string => {
    if (judged === null) return t('preset.says.unknown')
    const at = pointed === null ? presetNames.length : presetNames.indexOf(pointed)
    const flagged = (judged[at] ?? []).filter(({ codes }) => codes.length > 0)
    if (flagged.length === 0) return t('preset.says.none')
    const positions = flagged.map(({ symbol, side }) => `${symbol} ${t(`side.${side}`)}`)
    return t('preset.says', { positions: positions.join(', ') })
  }
  return (
    <section class="presets" aria-label={t('preset.title')}>
      <div class="segments">
        {presetNames.map((name) => {
          const point = () => setPointed(name)
          const leave = () => setPointed(null)
          return (
            <button
              key={name}
              type="button"
              data-preset={name}
              aria-pressed={current === name}
              aria-describedby="preset-says"
              onMouseEnter={point}
              onMouseLeave={leave}
              onFocus={point}
              onBlur={leave}
              onClick={() => onPick(name)}
            >
              {t(`preset.${name}`)}
            </button>
          )
        })}
      </div>
      <p id="preset-says" class="hint">
        {shown !== null && `${t(`preset.${shown}.why`)} `}
        <span class="says">{says()}</span>
      </p>
    </section>
  )
}
