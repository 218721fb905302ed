import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Appearance, interfaceLanguages } from '../../lib/rules/settings/appearance.ts'
import { chooseIn, openOwnPage } from './appearance.ts'
import { passTime } from './away-from-the-hour.ts'
import type { BrowserPage, Driver, ExtensionPage, PanelNode } from './driver.ts'
import { findNode, textOf, waitForPanel } from './panel.ts'
import { sharedWorld } from './shared-world.ts'
import { practice, QUIET } from './world.ts'
import { until } from './until.ts'

/** The second addition's warning, by a word of it. */
const twice: Readonly<Record<(typeof interfaceLanguages)[number], RegExp>> = {
  en: /You added margin twice and are still losing/,
  'zh-CN': /您已追加保证金 2 次，仍在亏损/,
  'zh-TW': /您已追加保證金 2 次，仍在虧損/,
  ru: /Вы добавили маржу дважды и всё ещё в убытке/,
  uk: /Ви додали маржу двічі і досі в збитку/,
  tr: /İki kez marjin eklediniz ve hâlâ zarardasınız/,
  vi: /Bạn đã thêm ký quỹ hai lần và vẫn đang lỗ/,
  es: /Añadiste margen dos veces y sigues en pérdidas/,
  'pt-BR': /Você adicionou margem duas vezes e continua no prejuízo/,
  fr: /Vous avez ajouté de la marge deux fois et la perte est toujours là/,
  id: /Anda menambah margin dua kali dan masih rugi/,
  ko: /증거금을 두 번 추가했습니다\. 아직 손실 중입니다/,
}
/** What a browser does with a language is the same for all of them: one tries all, the other three. */
const looked =
  inject('browser') === 'chromium' ? interfaceLanguages : (['zh-CN', 'ru', 'fr'] as const)
const pages = ['popup', 'journal', 'options', 'welcome'] as const

/** Elements of a page of ours whose text does not fit into them. */
const clipped = `[...document.querySelectorAll('body *')].filter((each) => {
  const { overflowX, display } = getComputedStyle(each)
  if (display === 'inline' || each.children.length > 0 || each.textContent.trim() === '') return false
  if (each.closest('.spoken, [hidden], option') !== null) return false
  return each.scrollWidth > each.clientWidth + 1 || each.getBoundingClientRect().right > innerWidth + 1
}).map((each) => each.localName + ': ' + each.textContent.slice(0, 60))`

describe('in twelve languages', () => {
  let driver: Driver
  let page: BrowserPage
  /** Each of our own pages, open all the time: they change their language while they are looked at. */
  const own = new Map<string, ExtensionPage>()
  const speak = (language: Appearance['language'], size: Appearance['size'] = 'normal') =>
    chooseIn(own.get('popup')!, { language, size })

  beforeAll(async () => {
    driver = await sharedWorld(inject('browser'))
    for (const file of pages) own.set(file, await openOwnPage(driver, file))
    page = await driver.openPage(QUIET)
    await practice(page, 'open', {
      symbol: 'BTCUSDT',
      side: 'buy',
      quantity: 0.02,
      leverage: 20,
      marginMode: 'isolated',
    })
    await practice(page, 'movePrice', 'BTCUSDT', -0.01)
    const counted = (count: string) => (state: { text: string }) => state.text.includes(count)
    await waitForPanel(page, 'none', counted('0 of 1'))
    for (const count of ['1 of 1', '2 of 1']) {
      await practice(page, 'addMargin', 'BTCUSDT', 10)
      await waitForPanel(page, count, counted(count))
      // Rises within five seconds are one.
      await passTime(page, 5_500)
    }
  })
  afterAll(() => driver.close())

  const languageOf = (panel: PanelNode | null) =>
    panel && findNode(panel, ({ attributes }) => 'lang' in attributes)?.attributes['lang']

  const spoken = (language: string): Promise<string> =>
    until(`the panel in ${language}`, async () => {
      const panel = await page.panel()
      return panel !== null && languageOf(panel) === language && textOf(panel)
    })

  test.each(looked)('the panel speaks %s, and nothing of it in English', async (language) => {
    await speak(language, 'detailed')
    const text = await spoken(language)
    expect(text).toMatch(twice[language])
    if (language !== 'en') {
      expect(text).not.toMatch(/\b(your|margin added|still losing|Plan a|What if|Share of)\b/)
    }
  })

  test('no part of the panel is wider than the panel, in any language and size', async () => {
    for (const language of looked) {
      for (const size of ['normal', 'detailed'] as const) {
        await speak(language, size)
        await spoken(language)
        const panel = await page.panel()
        const frame = panel && findNode(panel, ({ attributes }) => attributes['data-size'] === size)
        if (frame === null || frame === undefined) throw new Error(`no panel: ${language} ${size}`)
        const outer = await page.box(frame)
        for (const name of ['button', 'dd', 'dt', 'summary', 'h2']) {
          const parts: PanelNode[] = []
          findNode(frame, (node) => {
            if (node.name === name) parts.push(node)
            return false
          })
          for (const part of parts) {
            const box = await page.place(part)
            // A chip that the line has no room for.
            if (box === null) continue
            const said = `${language} ${size} ${textOf(part)}`
            expect(box.x, said).toBeGreaterThanOrEqual(outer.x - 1)
            expect(box.x + box.width, said).toBeLessThanOrEqual(outer.x + outer.width + 1)
          }
        }
      }
    }
  }, 120_000)

  test('it follows the page, and the page’s change without a reload', async () => {
    await speak('auto')
    await page.evaluate(() => {
      document.documentElement.lang = 'en'
    })
    const before = await spoken('en')
    expect(before).toMatch(twice.en)
    const russian = await driver.openPage(QUIET.replace('/en/', '/ru/'))
    await until('the language of the page', async () => languageOf(await russian.panel()) === 'ru')
    await russian.close()
  })

  test.each(looked)('our own pages in %s: whole, named, and nothing cut off', async (language) => {
    await speak(language)
    for (const [file, shown] of own) {
      await until(`${file} in ${language}`, () =>
        shown.evaluate<boolean>(`document.documentElement.lang === '${language}'`),
      )
      expect(await shown.evaluate('document.title')).not.toBe('')
      if (language !== 'en') {
        expect(await shown.text('main')).not.toMatch(
          /\b(Your limits|What it does|Settings|Erase)\b/,
        )
      }
      expect(await shown.evaluate<string[]>(clipped), file).toEqual([])
    }
  })

  test.each(pages)('%s opens in the language that was chosen before', async (file) => {
    await speak('ru')
    const opened = await openOwnPage(driver, file)
    expect(await opened.evaluate('document.documentElement.lang')).toBe('ru')
    expect(await opened.text('main')).toMatch(/[а-я]{4}/)
    expect(await opened.evaluate<string[]>(clipped)).toEqual([])
    await opened.close()
  })

  test('another language is there as soon as it is chosen', async () => {
    await speak('en')
    const settings = await openOwnPage(driver, 'options')
    await settings.evaluate(`(() => {
      const select = document.querySelector('[data-appearance="language"] select')
      select.value = 'fr'
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })()`)
    await until('French', async () => (await settings.text('main')).includes('Vos limites'), {
      instead: () => settings.text('main'),
    })
    expect(await settings.evaluate('document.documentElement.lang')).toBe('fr')
    await spoken('fr')
    await settings.close()
  })
})
