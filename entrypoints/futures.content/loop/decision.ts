import type { Correction } from '@/lib/ledger'
import type { ActionReading, PageReading } from '@/lib/page'
import { type CompanionModel, companionModel } from '@/lib/rules/decision'
import type { PanelModel } from '@/lib/rules/panel'
import { type BracketMemory, bracketMemory } from '@/lib/rules/planning'

/** What the trader is about to do on the page, and what we know that matters for it. */
export type Decision = {
  action: ActionReading
  brackets: BracketMemory
  /** When rows were last looked at for their brackets, or first seen; `null`: never. */
  bracketsAt: number | null
  /** What stands next to the Adjust Margin dialog; `null`: no dialog. */
  companion: CompanionModel | null
  /** This dialog's addition beyond the limit is in the journal. */
  isNoted: boolean
  /** The remark was hidden for this order; the next one begins with an empty field. */
  isRemarkHidden: boolean
}

export const noDecision: Decision = {
  action: { dialog: null, order: null, dialogs: [] },
  brackets: bracketMemory(),
  bracketsAt: null,
  companion: null,
  isNoted: false,
  isRemarkHidden: false,
}

/**
 * How often rows are looked at for their brackets while no dialog is open: prices must have moved. The first look
 * waits as well: it takes an eighth of the scripts at start, and nobody needs it to see the panel.
 */
const SAMPLE_MS = 2_000

/** Brackets show themselves over time: what was seen before the dialog opened helps when it does. */
export const withBrackets = (decision: Decision, reading: PageReading, at: number): Decision => {
  if (reading.status !== 'positions') return decision
  const { action, bracketsAt } = decision
  if (action.dialog === null) {
    if (bracketsAt === null) return { ...decision, bracketsAt: at }
    if (Math.abs(at - bracketsAt) < SAMPLE_MS) return decision
  }
  return { ...decision, brackets: decision.brackets.after(reading.positions), bracketsAt: at }
}

export const withAction = (decision: Decision, action: ActionReading): Decision => ({
  ...decision,
  action,
  isNoted: decision.isNoted && action.dialog !== null,
  isRemarkHidden: decision.isRemarkHidden && action.order !== null && 'value' in action.order.size,
})

/** Beyond the limit the journal keeps that they were about to add, and what they did next. */
const noteOf = (companion: CompanionModel | null, at: number): Correction | null => {
  if (companion?.state !== 'matched') return null
  const { addition, change } = companion.change
  const episode = companion.position.episode?.id
  if (addition?.past !== true || change?.gt(0) !== true || episode === undefined) return null
  const figures = { number: addition.number, allowed: addition.allowed }
  return { says: 'noted', episode, at, code: 'DECISION_PAUSE', figures }
}

/** The companion for what stands on the page now, and a note the first time that it is beyond the limit. */
export const withCompanion = (
  decision: Decision,
  { reading, model, at }: { reading: PageReading; model: PanelModel; at: number },
): { decision: Decision; note: Correction | null } => {
  const { dialog } = decision.action
  const companion =
    dialog === null
      ? null
      : companionModel({ dialog, input: reading, model, estimateOf: decision.brackets.of })
  const note = decision.isNoted ? null : noteOf(companion, at)
  return { decision: { ...decision, companion, isNoted: decision.isNoted || note !== null }, note }
}
