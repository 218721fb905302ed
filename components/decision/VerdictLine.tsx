import { useTranslation } from '../translation-context'
import type { Matched } from './matched'

/** One line by the trader's own limits; nothing about where the market goes. */
export const VerdictLine = ({ model }: { model: Matched }) => {
  const { t, formats } = useTranslation()
  const { verdict, change, threshold } = model
  if (verdict === null) return null
  const share = verdict === 'too-large' ? change.changeShare : change.capitalShare.after
  const isWithin = verdict === 'within' || verdict === 'removal-within'
  return (
    <p class={isWithin ? 'verdict' : 'verdict warned'} data-verdict={verdict}>
      {t(`decision.verdict.${verdict}`, {
        allowed: change.addition?.allowed ?? 0,
        share: share === null ? t('unknown') : formats.percent(share, 'up'),
        threshold: formats.percent(threshold, 'up'),
      })}
    </p>
  )
}
