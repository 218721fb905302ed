import type { BracketEstimate } from '@/lib/margin'
import type { DialogFacts } from './dialog-facts'
import type { PositionFacts } from './facts'
import { type MarginChange, marginChange } from './margin-change'
import type { PanelInput, PanelModel, PositionModel } from './panel-model'
import { capitalFor } from './panel-model'
import { positionForDialog } from './position-for-dialog'
import { type DecisionQuestion, sixQuestions } from './six-questions'
import { type Verdict, verdict } from './verdict'

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
    }

type Question = {
  dialog: DialogFacts
  input: PanelInput
  model: PanelModel
  estimateOf: (key: string) => BracketEstimate
}

/** What stands beside the Adjust Margin dialog: for one position, or for none that is certain. */
export const companionModel = ({ dialog, input, model, estimateOf }: Question): CompanionModel => {
  if (input.status !== 'positions') return { state: 'unmatched' }
  const complete = model.status === 'ready' && input.unread.length === 0
  const facts: PositionFacts | null = positionForDialog({
    dialog,
    positions: input.positions,
    complete,
  })
  const position = model.positions.find(({ facts: { key } }) => key === facts?.key)
  if (facts === null || position === undefined) return { state: 'unmatched' }
  const { limits } = model
  const change = marginChange({
    dialog,
    position: facts,
    episode: position.episode,
    estimate: estimateOf(facts.key),
    limits,
    capital: capitalFor(facts, input.account, limits),
    account: input.account,
  })
  const { losing } = position.evaluation
  return {
    state: 'matched',
    position,
    change,
    questions: sixQuestions({
      change,
      position: facts,
      limits,
      losing,
      markAtFirstAddition: position.episode?.markAtFirstAddition ?? null,
    }),
    verdict: verdict(change, limits),
  }
}
