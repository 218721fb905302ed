import { isVisible } from './is-visible'
import { pageSymbol } from './page-symbol'
import type { Field, NumberField, TickerReading } from './page-reading'
import { englishNumbers, numberStyles } from './parse-number'
import { hiddenColumn, type Language, numberOf } from './read-cells'
import { type Token, textTokens } from './text-tokens'
import { vocabulariesFor, type Vocabulary } from './vocabulary'

export const tickerOutOfSight: TickerReading = {
  symbol: null,
  markPrice: hiddenColumn,
  lastPrice: hiddenColumn,
  markStillSince: null,
  dayHigh: hiddenColumn,
  dayLow: hiddenColumn,
  fundingRate: hiddenColumn,
  nextFundingAt: hiddenColumn,
}

/** How far above the funding label the line that holds the other labels may be. */
const CLIMB = 4

type Line = { tokens: readonly Token[]; vocabulary: Vocabulary }

const placesOf = (tokens: readonly Token[], matches: (text: string) => boolean): number[] =>
  tokens.flatMap(({ text }, index) => (matches(text) ? [index] : []))

/** The lowest element around a funding label in which mark and index price are labelled once. */
const lineAround = (label: Element, vocabulary: Vocabulary): Line | null => {
  let at: Element | null = label
  for (let step = 0; step <= CLIMB && at !== null; step += 1, at = at.parentElement) {
    const tokens = textTokens(at)
    const isOnce = (['mark', 'index', 'fundingCountdown'] as const).every(
      (word) => placesOf(tokens, (text) => vocabulary.is(word, text)).length === 1,
    )
    if (isOnce) return { tokens, vocabulary }
  }
  return null
}

const lineOf = (root: Document): Line | null => {
  const tokens = textTokens(root.body)
  for (const vocabulary of vocabulariesFor(root)) {
    const lines = tokens.flatMap(({ text, element }) =>
      vocabulary.is('fundingCountdown', text) && isVisible(element)
        ? (lineAround(element, vocabulary) ?? [])
        : [],
    )
    const [line, ...others] = lines
    if (line !== undefined) return others.length === 0 ? line : null
  }
  return null
}

const COUNTDOWN = /^(\d{1,2}):(\d{2}):(\d{2})$/

const countdownOf = (texts: readonly string[], now: number): Field<number> => {
  const [text, ...others] = texts.filter((one) => COUNTDOWN.test(one))
  const [, hours, minutes, seconds] = COUNTDOWN.exec(text ?? '') ?? []
  if (text === undefined || others.length > 0) return { missing: 'unparsed' }
  const left = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)
  return Number(minutes) < 60 && Number(seconds) < 60
    ? { value: now + left * 1000, text }
    : { missing: 'unparsed', text }
}

/** Mark and index price, funding rate and when it is next paid. */
export const readTicker = (root: Document, now: number): TickerReading => {
  const line = lineOf(root)
  if (line === null) return { ...tickerOutOfSight, symbol: pageSymbol(root) }
  const { tokens, vocabulary } = line
  const language: Language = {
    vocabulary,
    styles: vocabulary.printsPoint ? [englishNumbers] : numberStyles,
  }
  const after = (word: 'mark' | 'index' | 'fundingCountdown', count: number): string[] => {
    const [place = tokens.length] = placesOf(tokens, (text) => vocabulary.is(word, text))
    return tokens.slice(place + 1, place + 1 + count).map(({ text }) => text)
  }
  const price = (word: 'mark'): NumberField => numberOf(after(word, 1), language).field
  // "0.0100% / 03:12:45" in one text or in three.
  const funding = after('fundingCountdown', 3).flatMap((text) => text.split(/\s*\/\s*/))
  const rates = funding.filter((text) => text.endsWith('%'))
  return {
    symbol: pageSymbol(root),
    markPrice: price('mark'),
    lastPrice: hiddenColumn,
    markStillSince: null,
    dayHigh: hiddenColumn,
    dayLow: hiddenColumn,
    fundingRate: rates.length === 1 ? numberOf(rates, language).field : { missing: 'unparsed' },
    nextFundingAt: countdownOf(funding, now),
  }
}
