import { useState } from 'preact/hooks'
import { type SelfCheckView, tellable, type Told } from './self-check-view'
import { useTranslation } from './translation-context'

type Props = {
  check: Pick<SelfCheckView, 'columns' | 'unnamed' | 'told' | 'language'>
  onSay: (told: Told) => void
  onTakeBack: (told: Told) => void
}

/** The last resort: the trader says which title of the page heads a column that was not found. */
export const TellColumn = ({ check, onSay, onTakeBack }: Props) => {
  const { t } = useTranslation()
  const { columns, unnamed, told, language } = check
  const lacking = tellable.filter((name) =>
    columns.some(({ column, foundBy }) => column === name && foundBy === null),
  )
  const [chosen, setChosen] = useState<Told['column'] | null>(null)
  const [title, setTitle] = useState<string | null>(null)
  const column = lacking.find((name) => name === chosen) ?? lacking[0]
  const header = unnamed.find((text) => text === title) ?? unnamed[0]
  return (
    <div class="tell">
      {told.map(({ told: one, verdict }) => (
        <p key={`${one.column} ${one.header}`} data-told={one.column} data-verdict={verdict}>
          {t('check.told', { header: one.header, column: t(`check.column.${one.column}`) })}{' '}
          {t(`check.verdict.${verdict}`)}{' '}
          <button type="button" data-action="take-back-column" onClick={() => onTakeBack(one)}>
            {t('check.take-back')}
          </button>
        </p>
      ))}
      {column !== undefined && header !== undefined && (
        <fieldset>
          <legend>{t('check.tell')}</legend>
          <label>
            {t('check.tell.column')}{' '}
            <select
              data-tell="column"
              value={column}
              onChange={({ currentTarget }) =>
                setChosen(lacking.find((name) => name === currentTarget.value) ?? null)
              }
            >
              {lacking.map((name) => (
                <option key={name} value={name}>
                  {t(`check.column.${name}`)}
                </option>
              ))}
            </select>
          </label>{' '}
          <label>
            {t('check.tell.header')}{' '}
            <select
              data-tell="header"
              value={header}
              onChange={({ currentTarget }) => setTitle(currentTarget.value)}
            >
              {unnamed.map((text) => (
                <option key={text} value={text}>
                  {text}
                </option>
              ))}
            </select>
          </label>{' '}
          <button
            type="button"
            data-action="tell-column"
            onClick={() => onSay({ language, header, column })}
          >
            {t('check.tell.save')}
          </button>
          <p>{t('check.tell.why')}</p>
        </fieldset>
      )}
    </div>
  )
}
