export {
  type Box,
  cornerOf,
  defaultPlace,
  movedBy,
  PANEL_WIDTH_PX,
  type PanelPlace,
  placeClearOf,
  placeFor,
  type Size,
  windowClass,
} from './panel-place'
export { placeNextTo, type Place } from './place-next-to'
export { heightOnPage, placeOnPage } from './place-on-page'
export { rememberedPlace } from './remembered-place'
