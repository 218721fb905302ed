import { useCallback, useRef, useState } from 'preact/hooks'
import type { Limits } from '@/lib/rules/limits'
import { farPositions, type PanelModel } from '@/lib/rules/panel'
import type { PositionModel } from '@/lib/rules/position'
import type { PanelSize } from '@/lib/rules/settings'
import type { OnCorrect } from '../card/CountCorrection'
import { PositionCard } from '../card/PositionCard'
import { PositionRow } from './PositionRow'
import type { EstimateOf } from '../tools/position-tools'
import { useTranslation } from '../translation-context'

type ItemProps = {
  position: PositionModel
  limits: Limits
  now: number
  size: PanelSize
  shape: 'only' | 'card' | 'brief' | 'row'
  onTurn: (key: string) => void
  onCorrect: OnCorrect
  estimateOf: EstimateOf
}

const Item = ({ position, limits, now, size, shape, onTurn, onCorrect, estimateOf }: ItemProps) => {
  const turn = () => {
    onTurn(position.facts.key)
  }
  return shape === 'row' ? (
    <PositionRow position={position} limits={limits} now={now} onOpen={turn} />
  ) : (
    <PositionCard
      position={position}
      model={{ limits, now }}
      size={size}
      onCorrect={onCorrect}
      estimateOf={estimateOf}
      brief={shape === 'brief'}
      {...(shape !== 'only' && { onFold: turn })}
    />
  )
}

type Props = {
  model: PanelModel
  size: PanelSize
  onCorrect: OnCorrect
  estimateOf: EstimateOf
}

/** With this many rows under it the worst is open in brief, until the trader asks for all of it. */
const MANY_ROWS = 5

/** Which of many is open: the trader's choice while it is there, else the most endangered. */
const useOpen = (positions: readonly PositionModel[]) => {
  /** `null`: nothing was chosen; of a key that is `folded` no card is open. */
  const [chosen, setChosen] = useState<{ key: string; folded: boolean } | null>(null)
  const [worst] = positions
  const isChosen = chosen !== null && positions.some(({ facts }) => facts.key === chosen.key)
  const open = isChosen ? (chosen.folded ? null : chosen.key) : (worst?.facts.key ?? null)
  const brief = !isChosen && positions.length > MANY_ROWS
  const state = useRef({ open, brief })
  state.current = { open, brief }
  const turn = useCallback((key: string) => {
    const isOpen = state.current.open === key && !state.current.brief
    setChosen({ key, folded: isOpen })
  }, [])
  return { open, brief, turn }
}

/** Most endangered first: one is open, the others have a row each, and the farthest a line together. */
export const PositionList = ({ model, size, onCorrect, estimateOf }: Props) => {
  const { t, formats } = useTranslation()
  const { positions, limits, now } = model
  const { open, brief, turn } = useOpen(positions)
  const [showsFar, setShowsFar] = useState(false)
  const far = farPositions(positions, open)
  const shapeOf = (key: string): ItemProps['shape'] => {
    if (positions.length === 1) return 'only'
    return key !== open ? 'row' : brief ? 'brief' : 'card'
  }
  const item = (position: PositionModel) => (
    <Item
      key={position.facts.key}
      position={position}
      limits={limits}
      now={now}
      size={size}
      shape={shapeOf(position.facts.key)}
      onTurn={turn}
      onCorrect={onCorrect}
      estimateOf={estimateOf}
    />
  )
  return (
    <div class="positions">
      {positions.filter(({ facts }) => !far?.keys.has(facts.key)).map(item)}
      {far !== null && (
        <details
          class="far"
          open={showsFar}
          onToggle={({ currentTarget }) => {
            setShowsFar(currentTarget.open)
          }}
        >
          <summary>
            {far.beyond === null
              ? t('summary.far.none', { count: far.keys.size })
              : t('summary.far', {
                  count: far.keys.size,
                  distance: formats.percent(far.beyond, 'down'),
                })}
          </summary>
          {positions.filter(({ facts }) => far.keys.has(facts.key)).map(item)}
        </details>
      )}
    </div>
  )
}
