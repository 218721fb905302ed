import type { PanelPosition, PanelState } from '../e2e/panel.ts'

/** What the panel said at the steps of the story that have a picture, by its name. */
export type Told = ReadonlyMap<string, PanelState>

const at = (told: Told, picture: string): PanelPosition | undefined =>
  told.get(picture)?.positions[0]
const figure = (position: PanelPosition | undefined, name: string): string =>
  position?.fields[name]?.text ?? 'unknown'

const warning = (position: PanelPosition | undefined, code: string): string =>
  position?.warnings.find((each) => each.code === code)?.title ?? 'nothing'

/** The story in five sentences, with the figures that the panel showed. */
export const fiveSentences = (told: Told): string[] => {
  const [opened, falling, once, twice] = [
    'opened',
    'falling',
    'first-addition',
    'second-addition',
  ].map((picture) => at(told, picture))
  return [
    `A 20x long was opened: liquidation at ${figure(opened, 'liquidation-price')}, ${figure(opened, 'liquidation-distance')} away, with ${figure(opened, 'at-stake')} at stake and no stop-loss.`,
    `The price fell until ${figure(falling, 'liquidation-distance')} was left, with a loss of ${figure(falling, 'unrealized-pnl')}.`,
    `Margin was added: liquidation moved to ${figure(once, 'liquidation-price')}, the loss stayed, and ${figure(once, 'at-stake')} was at stake.`,
    `Margin was added again: the panel counted ${figure(twice, 'margin-additions')} and said “${warning(twice, 'MARGIN_ADDED_AGAIN')}”.`,
    'The page was reloaded and the browser restarted, and the count stood; nothing was clicked, changed or sent by the extension.',
  ]
}
