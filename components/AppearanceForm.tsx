import { useId } from 'preact/hooks'
import { type Appearance, interfaceLanguages, palettes, themes } from '@/lib/rules'
import { usePageTranslation } from './page-translation'

type Props = { appearance: Appearance; onChange: (part: Partial<Appearance>) => void }

/** Each in its own tongue, so that its readers find it. */
const nameOf = (language: string): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language

const Choice = <T extends string>({
  name,
  label,
  value,
  options,
  onPick,
}: {
  name: string
  label: string
  value: T
  options: readonly (readonly [T, string])[]
  onPick: (value: T) => void
}) => {
  const id = useId()
  return (
    <div class="limit" data-appearance={name}>
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
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
    </div>
  )
}

/** How it looks; nothing here changes what is counted or warned of. */
export const AppearanceForm = ({ appearance, onChange }: Props) => {
  const { t } = usePageTranslation()
  return (
    <form
      class="limits appearance"
      onSubmit={(event) => {
        event.preventDefault()
      }}
    >
      <fieldset>
        <legend>{t('appearance.title')}</legend>
        <Choice
          name="theme"
          label={t('appearance.theme')}
          value={appearance.theme}
          options={themes.map((each) => [each, t(`appearance.theme.${each}`)] as const)}
          onPick={(theme) => {
            onChange({ theme })
          }}
        />
        <Choice
          name="palette"
          label={t('appearance.palette')}
          value={appearance.palette}
          options={palettes.map((each) => [each, t(`appearance.palette.${each}`)] as const)}
          onPick={(palette) => {
            onChange({ palette })
          }}
        />
        <Choice
          name="language"
          label={t('appearance.language')}
          value={appearance.language}
          options={[
            ['auto', t('appearance.language.auto')] as const,
            ...interfaceLanguages.map((each) => [each, nameOf(each)] as const),
          ]}
          onPick={(language) => {
            onChange({ language })
          }}
        />
        {(['hideAmounts', 'hideWhenFlat'] as const).map((name) => (
          <label key={name} class="limit" data-appearance={name}>
            <span>{t(`appearance.${name}`)}</span>
            <input
              type="checkbox"
              role="switch"
              checked={appearance[name]}
              onChange={({ currentTarget: { checked } }) => {
                onChange({ [name]: checked })
              }}
            />
          </label>
        ))}
      </fieldset>
    </form>
  )
}
