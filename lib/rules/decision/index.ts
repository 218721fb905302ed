export { companionModel, type CompanionModel } from './companion-model'
export type { DecisionQuestion } from './decision-question'
export type { MarginChange } from './margin-change'
