import { invent } from '../../practice-exchange/page/words/nonsense.ts'
import { type Words, wordsFor } from '../../practice-exchange/page/words/index.ts'
import type { Choices } from '../dimensions.ts'
import type { Random } from '../random.ts'
import { furtherLanguages } from './further.ts'
import { unlistedLanguages } from './unlisted.ts'

/** Words that cards, column menus and side badges have beyond those of the practice exchange. */
export type MoreWords = {
  unrealizedPnl: string
  pnlAlone: string
  roi: string
  buy: string
  sell: string
  perpetual: string
  quarterly: string
  adl: string
  notional: string
  realized: string
  opened: string
  leverage: string
  lastPrice: string
  balance: string
}

export type PageWords = Words & {
  /** BCP 47, as `lang` names it. */
  tag: string
  more: MoreWords
  /** What a translator writes beside a word. */
  translated: ReadonlyMap<string, string>
}

const english: MoreWords = {
  unrealizedPnl: 'Unrealized PNL',
  pnlAlone: 'PNL',
  roi: 'ROI',
  buy: 'Buy',
  sell: 'Sell',
  perpetual: 'Perpetual',
  quarterly: 'Quarterly',
  adl: 'ADL',
  notional: 'Notional Value',
  realized: 'Realized PNL',
  opened: 'Opened',
  leverage: 'Leverage',
  lastPrice: 'Last Price',
  balance: 'Balance',
}

/** The rest of them stays English there: a key without a translation is printed as it is. */
const ownMore: Readonly<Record<string, Partial<MoreWords>>> = {
  'zh-CN': {
    unrealizedPnl: '未实现盈亏',
    roi: '回报率',
    quarterly: '季度',
    adl: '自动减仓',
    notional: '仓位面值',
    lastPrice: '最新价格',
  },
  'zh-TW': {
    unrealizedPnl: '未實現盈虧',
    roi: '回報率',
    quarterly: '季度',
    notional: '倉位名義價值',
    lastPrice: '最新價格',
  },
}

const beforeBrackets = (title: string): string => title.replace(/\s*\(.*$/, '')
const beforeSlash = (text: string): string => text.split('/')[0]!.trim()

const moreOf = (language: string, words: Words): MoreWords => ({
  ...english,
  pnlAlone: beforeBrackets(words.columns.pnl),
  buy: beforeSlash(words.buy),
  sell: beforeSlash(words.sell),
  perpetual: words.perp === 'Perp' ? english.perpetual : words.perp,
  ...ownMore[language],
})

const inventMore = (more: MoreWords): MoreWords =>
  Object.fromEntries(Object.entries(more).map(([key, text]) => [key, invent(text)])) as MoreWords

type Flat = ReadonlyMap<string, string>

/** Every word by its key: "columns.entryPrice". */
const flat = (words: Words & { more: MoreWords }): Flat =>
  new Map(
    Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string'
        ? [[key, value] as const]
        : Object.entries(value as Record<string, string>).map(
            ([inner, text]) => [`${key}.${inner}`, text] as const,
          ),
    ),
  )

const pairs = (from: Flat, to: Flat): ReadonlyMap<string, string> =>
  new Map([...from].map(([key, text]) => [text, to.get(key) ?? text]))

type Spoken = Words & { tag: string; more: MoreWords }

const spokenIn = (language: string, random: Random): Spoken => {
  const spelling = random.pick(['usual', 'other'] as const)
  if (language === 'unknown') {
    const invented = wordsFor('nonsense', spelling)
    const more = inventMore(english)
    if (random.chance(0.5)) return { ...invented, tag: 'qaa', more }
    const { tag, columns, words } = random.pick(unlistedLanguages)
    return { ...invented, ...words, columns, tag, more }
  }
  if (language === 'further') {
    const { tag, words, more } = random.pick(furtherLanguages)
    const base = wordsFor('en')
    return {
      ...base,
      ...words,
      columns: { ...base.columns, ...words.columns },
      tabs: { ...base.tabs, ...words.tabs },
      tag,
      more: { ...english, ...more },
    }
  }
  const words = wordsFor(language as 'en', spelling)
  return { ...words, tag: language, more: moreOf(language, words) }
}

/** Some of the words stay English: nobody has translated them yet. */
const mixed = (spoken: Spoken, random: Random): Spoken => {
  const base = { ...wordsFor('en'), more: english }
  const some = <T extends Record<string, string>>(own: T, theirs: T): T =>
    Object.fromEntries(
      Object.entries(own).map(([key, text]) => [key, random.chance(0.4) ? theirs[key]! : text]),
    ) as T
  return {
    ...spoken,
    ...(random.chance(0.3) && { isolated: base.isolated, cross: base.cross }),
    columns: some(spoken.columns, base.columns),
    tabs: some(spoken.tabs, base.tabs),
    more: some(spoken.more, base.more),
  }
}

export const wordsOf = ({ language, wording }: Choices, random: Random): PageWords => {
  const spoken = spokenIn(language, random)
  const own = wording === 'mixed with English' ? mixed(spoken, random) : spoken
  const target = language === 'en' ? random.pick(['zh-CN', 'es', 'ko', 'ru']) : 'en'
  return { ...own, translated: pairs(flat(own), flat(spokenIn(target, random.fork('target')))) }
}
