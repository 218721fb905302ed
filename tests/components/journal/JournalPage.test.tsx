// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, test } from 'vitest'
import { JournalPage } from '@/components/journal/JournalPage'
import type {
  ImportReport,
  JournalSource,
  LoadedJournal,
} from '@/components/journal/journal-source'
import { summarize } from '@/lib/journal'
import { csvColumnNames } from '@/lib/journal/files'
import type { Episode } from '@/lib/ledger'
import { added, closed, history, MINUTE, opened, OPENED } from '../../lib/journal/episodes.ts'

let root: HTMLElement
let asked: unknown[]

beforeEach(() => {
  document.body.replaceChildren()
  root = document.body.appendChild(document.createElement('div'))
  asked = []
})

const past = (id: string, symbol: string, pnl: string, minutesAgo: number): Episode =>
  history([opened(), added(5), added(15), closed(30, pnl)], {
    id,
    symbol,
    openedAt: OPENED - minutesAgo * MINUTE,
  })
const three = [
  past('a', 'BTCUSDT', '-5.00', 0),
  past('b', 'ETHUSDT', '-7.00', 100),
  past('c', 'BTCUSDT', '3.00', 200),
]

type World = { loaded?: LoadedJournal; report?: ImportReport; fails?: boolean }

/** A world of its own: remembers what it was asked. */
const sourceOf = (episodes: Episode[], { loaded, report, fails = false }: World): JournalSource => {
  const refuse = () => Promise.reject(new Error('no room'))
  return {
    load: () =>
      Promise.resolve(loaded ?? { state: 'ready', episodes: episodes.map(summarize), damaged: 0 }),
    episode: (id) => Promise.resolve(episodes.find((each) => each.id === id) ?? 'damaged'),
    watch: () => () => undefined,
    export: (as) => {
      asked.push(['export', as])
      return fails ? refuse() : Promise.resolve({ count: episodes.length, leftOut: 1 })
    },
    import: (file) => {
      asked.push(['import', file.name])
      return fails ? refuse() : Promise.resolve(report ?? { state: 'not-json' })
    },
    erase: (which) => {
      asked.push(['erase', which])
      return fails ? refuse() : Promise.resolve()
    },
  }
}

/** Lets what was asked of the source be answered, drawn, and asked on: three times is enough. */
const doing = async (what: () => void) => {
  await act(what)
  for (let round = 0; round < 3; round += 1) {
    await act(() => new Promise<void>((resolve) => setTimeout(resolve)))
  }
}
const show = (episodes: Episode[], world: World = {}) =>
  doing(() => {
    render(<JournalPage source={sourceOf(episodes, world)} theme="dark" />, root)
  })
const find = (selector: string) => {
  const element = root.querySelector<HTMLElement>(selector)
  if (element === null) throw new Error(`nothing is ${selector}`)
  return element
}
const text = (selector: string) => find(selector).textContent
const rows = () =>
  [...root.querySelectorAll<HTMLElement>('[data-episode]')].map((row) => row.dataset['episode'])
const click = (selector: string) =>
  doing(() => {
    find(selector).click()
  })
const choose = (filter: string, value: string) =>
  doing(() => {
    const field = find(`[data-filter="${filter}"]`) as HTMLSelectElement
    field.value = value
    field.dispatchEvent(new Event('change', { bubbles: true }))
  })

describe('without a list it says why', () => {
  test('empty', async () => {
    await show([])
    expect(text('.empty h2')).toBe('No positions yet')
    expect(find('[data-action="erase-all"]').hasAttribute('disabled')).toBe(true)
    expect(find('[data-action="import"]').hasAttribute('disabled')).toBe(false)
  })

  test('of a later version', async () => {
    await show([], { loaded: { state: 'newer' } })
    expect(text('[role="alert"]')).toContain('newer version')
  })

  test('damaged', async () => {
    await show([], { loaded: { state: 'unreadable', reason: 'UnknownError: disk' } })
    expect(text('[role="alert"]')).toContain('Browser message: UnknownError: disk')
  })

  test('some records damaged: counted, and the others shown', async () => {
    const episodes = three.map(summarize)
    await show(three, { loaded: { state: 'ready', episodes, damaged: 2 } })
    expect(text('[data-notice="damaged"]')).toContain('2 journal records are damaged')
    expect(rows()).toEqual(['a', 'b', 'c'])
  })
})

describe('the list and the one that was chosen', () => {
  test('the latest is shown at first', async () => {
    await show(three)
    expect(find('.detail').dataset['shown']).toBe('a')
    expect(find('[data-episode="a"]').getAttribute('aria-selected')).toBe('true')
  })

  test('open before the first look: neither the additions nor their sum are known', async () => {
    await show([history([opened(0, false)])])
    expect([text('[data-fact="additions"]'), text('[data-fact="added-margin"]')]).toEqual([
      expect.stringContaining('unknown'),
      expect.stringContaining('unknown'),
    ])
  })

  test('an end that nobody saw was found, and how long it was held is unknown', async () => {
    const away = { ...closed(300, '50.00'), awaySince: OPENED + 2 * MINUTE }
    await show([history([opened(), away])])
    expect(text('[data-fact="held"]')).toBe('unknown')
    expect(text('.facts')).toContain('Found closed')
    await show([history([opened(), closed(30, '50.00')])])
    expect(text('[data-fact="held"]')).toBe('30 min')
    expect(text('.facts')).not.toContain('Found closed')
  })

  test('by mouse and by keyboard', async () => {
    await show(three)
    await click('[data-episode="c"]')
    expect(find('.detail').dataset['shown']).toBe('c')
    const key = (name: string) =>
      doing(() => {
        find('.episodes').dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }))
      })
    await key('ArrowUp')
    expect(find('.detail').dataset['shown']).toBe('b')
    await key('Home')
    expect(find('.detail').dataset['shown']).toBe('a')
    await key('End')
    expect(find('.detail').dataset['shown']).toBe('c')
    expect(find('.episodes').getAttribute('aria-activedescendant')).toBe('episode-2')
  })

  test('filters by symbol and outcome; totals follow the symbol only', async () => {
    await show(three)
    await choose('symbol', 'BTCUSDT')
    expect(rows()).toEqual(['a', 'c'])
    expect(text('.of')).toBe('BTCUSDT: 2 closed, 0 open')
    await choose('outcome', 'gain')
    expect(rows()).toEqual(['c'])
    expect(text('.count')).toBe('1 position')
    expect(text('.of')).toBe('BTCUSDT: 2 closed, 0 open')
    await choose('outcome', 'liquidated')
    expect(text('.browse .note')).toBe('No positions match these filters.')
  })

  test('a damaged record says so in place of figures', async () => {
    const [a] = three.map(summarize)
    await show([], { loaded: { state: 'ready', episodes: [a!], damaged: 0 } })
    expect(text('.columns > .note')).toContain('This record is damaged')
  })

  test('a long list: only a window of it is in the document', async () => {
    const many = Array.from({ length: 10_000 }, (_, n) => ({
      ...summarize(three[0]!),
      id: String(n),
    }))
    await show(three, { loaded: { state: 'ready', episodes: many, damaged: 0 } })
    expect(rows().length).toBe(18)
    expect(find('[data-episode]').getAttribute('aria-setsize')).toBe('10000')
  })
})

test('the lesson, and what became of the positions that margin was added to', async () => {
  await show(three)
  expect(text('[data-total="lesson"]')).toBe(
    'After a second margin addition, 2 of 3 positions ended at a loss.',
  )
  expect([...find('[data-group="2"]').children].map((cell) => cell.textContent)).toEqual([
    'twice or more',
    '3',
    '',
    '2 (66.67%)',
    '−9.00 USDT',
  ])
  expect(text('[data-total="added"]')).toBe('Positions you added margin to: −9.00 USDT in total')
  const bar = find('[data-group="2"] .ended-bar')
  expect(bar.getAttribute('aria-label')).toBe(
    '1 closed at a gain, 0 at break-even, 2 at a loss or liquidated',
  )
  expect(
    [...bar.children].map((part) => [part.className, (part as HTMLElement).style.flexGrow]),
  ).toEqual([
    ['gain', '1'],
    ['loss', '2'],
  ])
})

describe('erasing is asked first', () => {
  test('kept', async () => {
    await show(three)
    await click('[data-action="erase-one"]')
    await click('dialog [data-action="cancel"]')
    expect(asked).toEqual([])
    expect(root.querySelector('dialog')).toBeNull()
  })

  test('one', async () => {
    await show(three)
    await click('[data-episode="b"]')
    await click('[data-action="erase-one"]')
    await click('dialog [data-action="confirm"]')
    expect(asked).toEqual([['erase', ['b']]])
    expect(text('.notice')).toBe('Erased.')
  })

  test('all: what is open stays unless the trader says otherwise', async () => {
    const open = history([opened()], { id: 'open', openedAt: OPENED + MINUTE })
    await show([...three, open])
    await click('[data-action="erase-all"]')
    expect(text('dialog')).toContain('3 closed positions')
    await click('dialog [data-action="confirm"]')
    await click('[data-action="erase-all"]')
    await click('dialog [data-action="everything"]')
    await click('dialog [data-action="confirm"]')
    expect(asked).toEqual([
      ['erase', 'closed'],
      ['erase', 'everything'],
    ])
  })

  test('an open position has no button to erase it', async () => {
    await show([history([opened()])])
    expect(find('.detail').querySelector('[data-action="erase-one"]')).toBeNull()
  })

  test('what fails says why', async () => {
    await show(three, { fails: true })
    await click('[data-action="erase-one"]')
    await click('dialog [data-action="confirm"]')
    expect(text('.notice')).toContain('Error: no room')
  })
})

describe('export and import', () => {
  const give = () =>
    doing(() => {
      const field = find('input[type="file"]') as HTMLInputElement
      Object.defineProperty(field, 'files', { value: [new File(['{}'], 'journal.json')] })
      field.dispatchEvent(new Event('change', { bubbles: true }))
    })

  test('what was written, and what was left out', async () => {
    await show(three)
    await click('[data-action="export-csv"]')
    expect(asked).toEqual([['export', 'csv']])
    expect(text('.notice')).toBe('3 positions exported. 1 damaged record is not in the CSV.')
  })

  test('a failed export says why, and the buttons work again', async () => {
    await show(three, { fails: true })
    await click('[data-action="export-json"]')
    expect(text('.notice')).toContain('Error: no room')
    expect(find('[data-action="export-json"]').hasAttribute('disabled')).toBe(false)
  })

  test.each<[ImportReport, string]>([
    [{ state: 'not-json' }, 'isn’t JSON. Nothing was imported.'],
    [{ state: 'not-a-journal' }, 'isn’t a Margin Brake journal. Nothing was imported.'],
    [{ state: 'newer' }, 'newer version of Margin Brake wrote this file. Nothing was imported.'],
    [{ state: 'imported', count: 2, damaged: [] }, '2 positions imported'],
    [
      {
        state: 'imported',
        count: 1,
        damaged: [{ place: 2, symbol: 'ETHUSDT', path: 'events.1.amount' }],
      },
      '1 record in the file is damaged and was skipped: number 2 (ETHUSDT), at “events.1.amount”',
    ],
  ])('a file: %j', async (report, expected) => {
    await show(three, { report })
    await give()
    expect(text('.notice')).toContain(expected)
  })

  test('an import that breaks off says that it is safe to repeat', async () => {
    await show(three, { fails: true })
    await give()
    expect(text('.notice')).toContain('Error: no room')
    expect(text('.notice')).toContain('safely import the file again')
  })

  test('every column of the CSV file is explained', async () => {
    await show(three)
    const explained = [...find('.csv-columns').querySelectorAll('dl > div')].map((line) => [
      line.querySelector('code')?.textContent,
      (line.querySelector('dd')?.textContent.length ?? 0) > 8,
    ])
    expect(explained).toEqual(csvColumnNames.map((name) => [name, true]))
  })
})
