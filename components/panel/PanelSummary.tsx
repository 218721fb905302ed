import { panelSummary, type PanelModel } from '@/lib/rules/panel'
import { useTranslation } from '../translation-context'

/** Of several positions: how many are in danger, to watch, without a stop. */
export const PanelSummary = ({ model }: { model: PanelModel }) => {
  const { t, formats } = useTranslation()
  const { open, danger, caution, withoutStop } = panelSummary(model)
  if (open < 2) return null
  const items = [
    ['danger', danger, 'danger'],
    ['caution', caution, 'caution'],
    ['without-stop', withoutStop, 'caution'],
  ] as const
  return (
    <p class="summary">
      {items.map(
        ([name, count, severity]) =>
          count > 0 && (
            <span key={name} data-value={count} data-severity={severity}>
              {t(`summary.${name}`, { count: formats.count(count) })}
            </span>
          ),
      )}
    </p>
  )
}
