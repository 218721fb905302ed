import { hasLeverage } from '../scan/symbol'
import { hasLetter } from '../words/fold'
import { marginModeOf, means, sideOf } from '../words/lexicon'
import { isMoney } from '../words/money'
import { isFigure, isUnit } from './placed-texts'

/** More words than a label has are no label. */
const LONGEST_LABEL = 40

/** A figure or its sign, or what stands for one: "--", "****", the link that adds a stop. */
export const isValue = (text: string): boolean =>
  /\d|^[+-]{1,3}(?: |$)|^\*{2,}/.test(text) || means('add', text)

/** A figure and nothing else, or with another in brackets: what a label that nobody knows must have behind it. */
export const isBareFigure = (text: string): boolean =>
  !hasLeverage(text) &&
  (isFigure(text.replace(/ ?\([^()]*\)$/, '')) || /^[+-]?\d[\d.,' ]*[./]?$|^[+-]$/.test(text))

/** Figures, units, a mode in brackets; a unit is a part of the symbol (`币安人生`), or money. */
export const belongsToValue = (text: string, symbol: string): boolean =>
  isValue(text) ||
  // An icon that is a letter, "↗", says nothing.
  !hasLetter(text) ||
  /^[([].*[)\]]$/u.test(text) ||
  symbol.includes(text) ||
  isMoney(text) ||
  means('contracts', text) ||
  marginModeOf(text) !== null

/** A badge ("Long", "Perp") in front of a figure is no word for it. */
export const isWord = (text: string): boolean =>
  text.length <= LONGEST_LABEL &&
  hasLetter(text) &&
  !/\d/.test(text) &&
  !isUnit(text) &&
  sideOf(text) === null &&
  !means('perpetual', text)

/** "+6.77", "0.5%" or "924" before ",530", not the "1225" of a dated contract. */
export const isNameless = (text: string, next: string): boolean =>
  isBareFigure(text) && (/^[+-]|\d[.,]\d|%$/.test(text) || /^[.,]\d/.test(next))
