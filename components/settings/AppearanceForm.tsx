import { useId } from 'preact/hooks'
import { type Appearance, interfaceLanguages, palettes, themes } from '@/lib/rules/settings'
import { usePageTranslation } from '../own-page/page-translation'
import type { SettingId } from './search-settings'
import { SwitchSetting } from './SwitchSetting'

type Props = {
  appearance: Appearance
  /** What is searched for. */
  shown: ReadonlySet<SettingId>
  onChange: (part: Partial<Appearance>) => void
}

/** Each in its own tongue, so that its readers find it. */
const nameOf = (language: string): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language

type ChoiceProps<T extends string> = {
  name: 'theme' | 'palette' | 'language'
  value: T
  options: readonly (readonly [T, string])[]
  onPick: (value: T) => void
}

const Choice = <T extends string>({ name, value, options, onPick }: ChoiceProps<T>) => {
  const { t } = usePageTranslation()
  const id = useId()
  return (
    <div class="setting" data-appearance={name}>
      <label for={id}>{t(`appearance.${name}`)}</label>
      <select
        id={id}
        value={value}
        aria-describedby={`${id}-why`}
        onChange={({ currentTarget }) => {
          const picked = options.find(([each]) => each === currentTarget.value)
          if (picked !== undefined) onPick(picked[0])
        }}
      >
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
      <p class="why" id={`${id}-why`}>
        {t(`appearance.${name}.why`)}
      </p>
    </div>
  )
}

/** How it looks; nothing here changes what is counted or warned of. */
export const AppearanceForm = ({ appearance, shown, onChange }: Props) => {
  const { t } = usePageTranslation()
  const switches = (['hideAmounts', 'hideWhenFlat'] as const).filter((name) => shown.has(name))
  const choices = (['theme', 'palette', 'language'] as const).filter((name) => shown.has(name))
  return (
    <form
      class="card appearance"
      hidden={switches.length + choices.length === 0}
      onSubmit={(event) => {
        event.preventDefault()
      }}
    >
      <h2>{t('appearance.title')}</h2>
      {shown.has('theme') && (
        <Choice
          name="theme"
          value={appearance.theme}
          options={themes.map((each) => [each, t(`appearance.theme.${each}`)] as const)}
          onPick={(theme) => {
            onChange({ theme })
          }}
        />
      )}
      {shown.has('palette') && (
        <Choice
          name="palette"
          value={appearance.palette}
          options={palettes.map((each) => [each, t(`appearance.palette.${each}`)] as const)}
          onPick={(palette) => {
            onChange({ palette })
          }}
        />
      )}
      {shown.has('language') && (
        <Choice
          name="language"
          value={appearance.language}
          options={[
            ['auto', t('appearance.language.auto')] as const,
            ...interfaceLanguages.map((each) => [each, nameOf(each)] as const),
          ]}
          onPick={(language) => {
            onChange({ language })
          }}
        />
      )}
      {switches.map((name) => (
        <SwitchSetting
          key={name}
          data={{ 'data-appearance': name }}
          label={t(`appearance.${name}`)}
          why={t(`appearance.${name}.why`)}
          checked={appearance[name]}
          onChange={(checked) => {
            onChange({ [name]: checked })
          }}
        />
      ))}
    </form>
  )
}
