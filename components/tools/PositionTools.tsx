import type { Limits } from '@/lib/rules/limits'
import type { PositionModel } from '@/lib/rules/position'
import { useTranslation } from '../translation-context'
import { CrossExplained } from './CrossExplained'
import { Fold } from './Fold'
import { StopPlanner } from './StopPlanner'
import { WhatIf } from './WhatIf'

/** Figures out of sight are as good as those of now for this long: a row may be unreadable while it is written. */
const OLD_MS = 5_000

type Props = { position: PositionModel; limits: Limits; now: number }

/** For thinking ahead: folded, and costing nothing, until they are opened. */
export const PositionTools = ({ position, limits, now }: Props) => {
  const { t } = useTranslation()
  const { facts, sight, age } = position
  return (
    // Nothing is planned on figures that may be old; what was typed stays for later.
    <div class="tools" hidden={sight === 'out-of-sight' && age > OLD_MS}>
      {facts.marginMode === 'isolated' && (
        <Fold name="what-if" title={t('tool.what-if')}>
          {() => <WhatIf position={position} />}
        </Fold>
      )}
      {facts.marginMode === 'cross' && (
        <Fold name="cross" title={t('tool.cross')}>
          {() => <CrossExplained position={position} />}
        </Fold>
      )}
      <Fold name="stop" title={t('tool.stop')}>
        {() => <StopPlanner position={position} limits={limits} now={now} />}
      </Fold>
    </div>
  )
}
