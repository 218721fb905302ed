import { ledgerItem, privateLedgerItem } from './items'

/** No position is open that any of our tabs has seen, in a usual window or a private one. */
export const isFlat = async (): Promise<boolean> => {
  const ledgers = await Promise.all([ledgerItem.read(), privateLedgerItem().read()])
  return ledgers.every(({ value }) => Object.keys(value.open).length === 0)
}
