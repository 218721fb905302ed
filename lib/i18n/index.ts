export { chooseLanguage } from './choose-language'
export {
  describeBriefly,
  describeWarning,
  shortWarning,
  type WarningContext,
} from './describe-warning'
export { type Dictionary, en, type MessageKey, panelEnglish, type PanelKey } from './en'
export { type Formats, formatsFor, type Towards } from './format'
export { type Arguments, formatMessage, partsOf } from './message'
export { type Moments, momentsFor } from './moments'
export { type Translation, translation } from './translate'
export { pageDictionary } from './page-languages'
export { panelDictionary } from './panel-languages'
export { parsePanelDictionary } from './parse-panel-dictionary'
