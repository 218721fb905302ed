import { useMemo, useState } from 'preact/hooks'
import {
  foldedPositions,
  type Limits,
  type PanelModel,
  type PanelSize,
  type PositionModel,
} from '@/lib/rules'
import type { OnCorrect } from './CountCorrection'
import { PositionCard } from './PositionCard'
import { PositionLine } from './PositionLine'
import type { EstimateOf } from './tools/position-tools'
import { useTranslation } from './translation-context'

type RestingProps = {
  position: PositionModel
  limits: Limits
  now: number
  folded: boolean
  onOpen: (key: string) => void
  onCorrect: OnCorrect
  estimateOf: EstimateOf
}

/** The same model is the same card: nothing of it is drawn again. */
const Resting = ({
  position,
  limits,
  now,
  folded,
  onOpen,
  onCorrect,
  estimateOf,
}: RestingProps) => {
  const translation = useTranslation()
  return useMemo(
    () =>
      folded ? (
        <PositionLine
          position={position}
          limits={limits}
          now={now}
          onOpen={() => {
            onOpen(position.facts.key)
          }}
        />
      ) : (
        <PositionCard
          position={position}
          model={{ limits, now }}
          onCorrect={onCorrect}
          estimateOf={estimateOf}
        />
      ),
    // When it was asked is part of the model.
    [position, limits, folded, onCorrect, estimateOf, translation],
  )
}

type Props = {
  model: PanelModel
  size: PanelSize
  onCorrect: OnCorrect
  estimateOf: EstimateOf
}

/** Most endangered first; of many, the calm ones have a line each. */
export const PositionList = ({ model, size, onCorrect, estimateOf }: Props) => {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const folded = foldedPositions(model.positions, size)
  const open = (key: string) => {
    setOpened(new Set([...opened, key]))
  }
  return (
    <div class="positions">
      {model.positions.map((position) => (
        <Resting
          key={position.facts.key}
          position={position}
          limits={model.limits}
          now={model.now}
          folded={folded.has(position.facts.key) && !opened.has(position.facts.key)}
          onOpen={open}
          onCorrect={onCorrect}
          estimateOf={estimateOf}
        />
      ))}
    </div>
  )
}
