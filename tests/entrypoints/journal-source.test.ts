import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { journalSource } from '@/entrypoints/journal/journal-source'
import { emptyLedger, type Observation, reduceLedger } from '@/lib/ledger'
import { ledgerItem } from '@/lib/storage'
import { observation, observedPosition } from '../lib/ledger/observed'

beforeEach(() => {
  fakeBrowser.reset()
})

const look = (sequence: number): Observation =>
  observation({ at: sequence * 1_000, sequence, positions: [observedPosition()] })

test('a ledger that is gone from storage is no news, an erased one is', async () => {
  const onChange = vi.fn()
  const end = journalSource().watch(onChange)
  const ledger = [look(1), look(2)].reduce(reduceLedger, emptyLedger)
  await ledgerItem.write(ledger)
  expect(onChange).toHaveBeenCalledTimes(1)
  await ledgerItem.remove()
  await ledgerItem.write(ledger)
  expect(onChange).toHaveBeenCalledTimes(1)
  await ledgerItem.write(emptyLedger)
  expect(onChange).toHaveBeenCalledTimes(2)
  end()
})
