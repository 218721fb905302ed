import { Window } from 'happy-dom'
import { expect, test } from 'vitest'
import { readAccount } from '@/lib/page/account/read-account'
import { fixtureNames, readFixture } from '../../../practice-exchange/page-fixture/page-fixture'
import { replayPage } from '../../../practice-exchange/page-fixture/replay-page'
import { futuresPage } from '../futures-page'

test('x', () => {
  console.log(readAccount(futuresPage()))
  for (const n of fixtureNames()) {
    const { html, truth } = readFixture(n)
    const page = replayPage(html, truth.url)
    const t = performance.now()
    const a = readAccount(page)
    const ms = performance.now() - t
    console.log(n, ms.toFixed(0), Object.values(a).map((f) => f === null || typeof f === 'string' ? f : ('text' in f ? f.text : f.missing)).join(' | '))
  }
})
