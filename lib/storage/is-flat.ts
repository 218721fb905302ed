import { ledgerItem, privateLedgerItem } from './items'

/**
 * No position is open, in a private window or out of it. A record that cannot be read may hold one:
 * unknown is not flat. For our own pages and the background, which may look at both.
 */
export const isFlat = async (): Promise<boolean> => {
  const items = [ledgerItem, privateLedgerItem()]
  const found = await Promise.all(items.map((item) => item.read().catch(() => null)))
  return found.every(
    (stored) =>
      (stored?.state === 'ok' || stored?.state === 'empty') &&
      Object.keys(stored.value.open).length === 0,
  )
}
