import {
  type JudgedPosition,
  type Limits,
  type PresetName,
  presetNames,
  presetOf,
} from '@/lib/rules'
import { usePageTranslation } from './page-translation'

type Said = Pick<JudgedPosition, 'symbol' | 'side'> & { codes: readonly string[] }

/** What each preset would say of what is open now; `null`: no tab of ours is in front. */
export type PresetVerdicts = Readonly<Record<PresetName, readonly Said[]>> | null

type Props = {
  limits: Limits
  verdicts: PresetVerdicts
  onPick: (name: PresetName) => void
}

/** Three sets of limits to start from, with what they would mean today. */
export const PresetPicker = ({ limits, verdicts, onPick }: Props) => {
  const { t } = usePageTranslation()
  const current = presetOf(limits)
  const says = (name: PresetName): string => {
    if (verdicts === null) return t('preset.says.unknown')
    const remarked = verdicts[name].filter(({ codes }) => codes.length > 0)
    if (remarked.length === 0) return t('preset.says.none')
    const positions = remarked.map(({ symbol, side }) => `${symbol} ${t(`side.${side}`)}`)
    return t('preset.says', { positions: positions.join(', ') })
  }
  return (
    <section class="presets" aria-label={t('preset.title')}>
      <h2>{t('preset.title')}</h2>
      {presetNames.map((name) => (
        <button
          key={name}
          type="button"
          data-preset={name}
          aria-pressed={current === name}
          onClick={() => {
            onPick(name)
          }}
        >
          <strong>{t(`preset.${name}`)}</strong>
          <span>{t(`preset.${name}.why`)}</span>
          {verdicts !== null && <span class="says">{says(name)}</span>}
        </button>
      ))}
      {verdicts === null && <p class="why">{t('preset.says.unknown')}</p>}
    </section>
  )
}
