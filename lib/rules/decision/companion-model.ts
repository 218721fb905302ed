import type { Decimal } from '@/lib/margin'
import type { BracketEstimate } from '@/lib/margin/preview'
import type { DecisionQuestion } from './decision-question'
import type { DialogFacts } from '../facts/facts'
import { type MarginChange, marginChange } from './margin-change'
import type { PanelInput } from '../panel/panel-input'
import type { PanelModel } from '../panel/panel-model'
import type { PositionModel } from '../position/position-model'
import { positionForDialog } from './position-for-dialog'
import { removalQuestions } from './removal-questions'
import { sixQuestions } from './six-questions'
import { removalThreshold, type Verdict, verdict } from './verdict'

export type CompanionModel =
  | {
      /** The dialog stands open, and it is not known for which position. */
      state: 'unmatched'
    }
  | {
      state: 'matched'
      position: PositionModel
      change: MarginChange
      questions: readonly DecisionQuestion[]
      verdict: Verdict | null
      /** What a removal is held against, a fraction of mark. */
      threshold: Decimal
    }

type Question = {
  dialog: DialogFacts
  input: PanelInput
  model: PanelModel
  estimateOf: (key: string) => BracketEstimate
}

/** What stands next to the Adjust Margin dialog: for one position, or for none that is certain. */
export const companionModel = ({ dialog, input, model, estimateOf }: Question): CompanionModel => {
  if (input.status !== 'positions') return { state: 'unmatched' }
  const complete = model.status === 'ready'
  const facts = positionForDialog({ dialog, positions: input.positions, complete })
  const position = model.positions.find(({ facts: { key } }) => key === facts?.key)
  if (facts === null || position === undefined) return { state: 'unmatched' }
  const { limits } = model
  const change = marginChange({
    dialog,
    position: facts,
    episode: position.episode,
    estimate: estimateOf(facts.key),
    limits,
    backing: position.backing,
  })
  const { losing, stop } = position.evaluation
  const asked = { change, position: facts, stop, limits, losing }
  const said = verdict(asked)
  return {
    state: 'matched',
    position,
    change,
    questions:
      dialog.direction === 'remove'
        ? removalQuestions(asked)
        : sixQuestions({
            ...asked,
            markAtFirstAddition: position.episode?.markAtFirstAddition ?? null,
            additionsKnown: position.episode?.additionsKnown ?? false,
          }),
    verdict: said,
    threshold: removalThreshold(said, limits),
  }
}
