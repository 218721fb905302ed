import { useState } from 'preact/hooks'
import { useTranslation } from '../translation-context'

type Outcome = { state: 'idle' } | { state: 'copied' } | { state: 'by-hand'; text: string }

/** The report is made and copied at the click, and nowhere else. */
export const CopyReport = ({ report }: { report: () => string }) => {
  const { t } = useTranslation()
  const [outcome, setOutcome] = useState<Outcome>({ state: 'idle' })
  const copy = async () => {
    const text = report()
    try {
      await navigator.clipboard.writeText(text)
      setOutcome({ state: 'copied' })
    } catch {
      setOutcome({ state: 'by-hand', text })
    }
  }
  return (
    <div class="report">
      <button type="button" data-action="copy-report" onClick={() => void copy()}>
        {t('check.report')}
      </button>
      <p>{t('check.report.why')}</p>
      {outcome.state === 'copied' && <p role="status">{t('check.report.copied')}</p>}
      {outcome.state === 'by-hand' && (
        <label>
          {t('check.report.by-hand')}
          <textarea
            readonly
            rows={4}
            value={outcome.text}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
        </label>
      )}
    </div>
  )
}
