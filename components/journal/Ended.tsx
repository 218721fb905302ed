import type { ComponentChildren } from 'preact'
import type { Outcome } from '@/lib/journal'
import { usePageTranslation } from '../own-page/page-translation'

/** A shape with every colour. */
const marks: Record<Outcome, string> = {
  open: '●',
  gain: '▲',
  even: '=',
  loss: '▼',
  liquidated: '✕',
  'probably-liquidated': '✕?',
  unknown: '?',
}

type Props = { outcome: Outcome; children?: ComponentChildren }

export const Ended = ({ outcome, children }: Props) => {
  const { t } = usePageTranslation()
  return (
    <span class="end" data-outcome={outcome}>
      <span class="mark" aria-hidden="true">
        {marks[outcome]}
      </span>{' '}
      {t(`journal.outcome.${outcome}`)}
      {children}
    </span>
  )
}
