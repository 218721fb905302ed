export {
  addedMargin,
  additionsKnown,
  countedAdditions,
  declaredAdditions,
  increasesWhileLosing,
  initialMargin,
  lastWord,
  marginAdditions,
  marginRises,
  openQuestions,
} from './additions'
