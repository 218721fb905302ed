export {
  type Box,
  cornerOf,
  movedBy,
  overlap,
  PANEL_WIDTH_PX,
  type PanelPlace,
  placeClearOf,
  placeFor,
  type Size,
  windowClass,
} from './panel-place'
export { lineNextTo, placeNextTo, type Place } from './place-next-to'
export { placeOfRemark } from './place-of-remark'
export { heightOnPage, placeOnPage } from './place-on-page'
export { rememberedPlace } from './remembered-place'
