import { useId } from 'preact/hooks'
import { type Appearance, interfaceLanguages, palettes, themes } from '@/lib/rules/settings'
import { Setting } from '../own-page/Setting'
import { usePageTranslation } from '../own-page/page-translation'
import { type Options, Select } from '../Select'
import type { SettingId } from './search-settings'
import { SwitchSetting } from '../own-page/SwitchSetting'

type Props = {
  appearance: Appearance
  shown: ReadonlySet<SettingId>
  onChange: (part: Partial<Appearance>) => void
}

/** Each in its own tongue, so that its readers find it. */
const nameOf = (language: string): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language

type ChoiceName = 'theme' | 'palette' | 'language'
type ChoiceProps = {
  name: ChoiceName
  value: string
  options: Options
  onPick: (value: string) => void
}

const Choice = ({ name, value, options, onPick }: ChoiceProps) => {
  const { t } = usePageTranslation()
  const id = useId()
  return (
    <Setting
      id={id}
      label={t(`appearance.${name}`)}
      why={t(`appearance.${name}.why`)}
      data={{ 'data-appearance': name }}
    >
      <Select
        id={id}
        value={value}
        options={options}
        aria-describedby={`${id}-why`}
        onPick={onPick}
      />
    </Setting>
  )
}

/** How it looks; nothing here changes what is counted or warned of. */
export const AppearanceForm = ({ appearance, shown, onChange }: Props) => {
  const { t } = usePageTranslation()
  const switches = (['hideAmounts', 'hideWhenFlat'] as const).filter((name) => shown.has(name))
  const choices = (['theme', 'palette', 'language'] as const).filter((name) => shown.has(name))
  const options: Record<ChoiceName, Options> = {
    theme: themes.map((each) => [each, t(`appearance.theme.${each}`)]),
    palette: palettes.map((each) => [each, t(`appearance.palette.${each}`)]),
    language: [
      ['auto', t('appearance.language.auto')],
      ...interfaceLanguages.map((each) => [each, nameOf(each)] as const),
    ],
  }
  return (
    <form
      class="card appearance"
      hidden={switches.length + choices.length === 0}
      onSubmit={(event) => event.preventDefault()}
    >
      <h2>{t('appearance.title')}</h2>
      {choices.map((name) => (
        <Choice
          key={name}
          name={name}
          value={appearance[name]}
          options={options[name]}
          // One of the options above.
          onPick={(value) => onChange({ [name]: value })}
        />
      ))}
      {switches.map((name) => (
        <SwitchSetting
          key={name}
          data={{ 'data-appearance': name }}
          label={t(`appearance.${name}`)}
          why={t(`appearance.${name}.why`)}
          checked={appearance[name]}
          onChange={(checked) => onChange({ [name]: checked })}
        />
      ))}
    </form>
  )
}
