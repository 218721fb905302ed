import { el } from '../look/html.ts'
import { icon } from '../look/icons.ts'
import type { Writer } from '../look/writer.ts'
import type { Position } from '../world/world.ts'

const badgeOf = ({ choices, words }: Writer, { side }: Position): string | null => {
  const isLong = side === 'long'
  switch (choices['side badge']) {
    case 'Long, Short':
      return isLong ? words.long : words.short
    case 'B, S':
      return isLong ? 'B' : 'S'
    case 'Buy, Sell':
      return isLong ? words.more.buy : words.more.sell
    default:
      return null
  }
}

/** Where the badge is a word, the reader has to know it. */
export const badgeSaysSide = ({ choices }: Writer): boolean =>
  choices['side badge'] === 'B, S' ||
  (['Long, Short', 'Buy, Sell'].includes(choices['side badge']) && choices.language !== 'unknown')

const contractWord = ({ words }: Writer, delivery: string | null, isShort: boolean): string =>
  delivery === null ? (isShort ? words.perp : words.more.perpetual) : delivery.slice(2)

export const leverageMarkup = (writer: Writer, leverage: number): string => {
  const { choices, css, text } = writer
  const tag = css('padding:0 4px;border-radius:3px;background:#f0b90b22;color:#c99400')
  const times = choices.leverage === '20X' ? 'X' : 'x'
  switch (choices.leverage) {
    case 'x20':
      return el('span', { class: tag }, text(`x${leverage}`))
    case '20 and x apart':
      return el(
        'span',
        { class: tag },
        el('span', {}, text(String(leverage))),
        el('span', {}, text('x')),
      )
    default:
      return el('span', { class: tag }, text(`${leverage}${times}`))
  }
}

export const modeWord = ({ words }: Writer, { marginMode }: Position): string =>
  marginMode === 'isolated' ? words.isolated : words.cross

/** "Isolated 20x" in one text, else mode and leverage as the page has them. */
const tags = (writer: Writer, position: Position): string[] => {
  const { choices, css, word } = writer
  const mode = modeWord(writer, position)
  const tag = css('padding:0 4px;border-radius:3px;background:#8884;')
  if (choices['mode word'] === 'with leverage') {
    const lever = choices.leverage === 'x20' ? `x${position.leverage}` : `${position.leverage}x`
    return [el('span', { class: tag }, word(`${mode} ${lever}`))]
  }
  const leverage =
    choices.leverage === 'own column' ? [] : [leverageMarkup(writer, position.leverage)]
  return choices['mode word'] === 'beside symbol'
    ? [...leverage, el('span', { class: tag }, word(mode))]
    : leverage
}

const badgeMarkup = (writer: Writer, position: Position): string => {
  const { css, word } = writer
  const badge = badgeOf(writer, position)
  if (badge === null) return ''
  const colour = position.side === 'long' ? '#0ecb81' : '#f6465d'
  return el(
    'span',
    { class: css(`padding:0 4px;border-radius:3px;color:${colour};background:${colour}22`) },
    word(badge),
  )
}

/** The colour bar, or the colour of the name, where that is all that tells the side. */
const colourOf = ({ css, choices }: Writer, { side }: Position): string => {
  const colour = side === 'long' ? '#0ecb81' : '#f6465d'
  return choices['side badge'] === 'colour only' ? css(`color:${colour}`) : css('font-weight:500')
}

/** "BTCUSDT Perp 20x" with badge and mode, in one of the forms that were seen. */
export const symbolCell = (writer: Writer, position: Position): string => {
  const { choices, css, text, random } = writer
  const { contract, leverage } = position
  const { delivery } = contract
  const hasWord = choices['symbol cell'] !== 'without a contract word' || delivery !== null
  const word = contractWord(writer, delivery, random.fork('perp').chance(0.75))
  const quarterly =
    delivery !== null && random.fork('quarterly').chance(0.4) ? [writer.words.more.quarterly] : []
  const line = css('display:flex;gap:4px;align-items:center;white-space:nowrap')
  const isWhole =
    choices['symbol cell'] === 'without a contract word' && random.fork('whole name').chance(0.5)
  const name = el(
    'span',
    { class: colourOf(writer, position) },
    text(isWhole ? contract.symbol : contract.pair),
  )
  const kind =
    hasWord && !isWhole ? [...quarterly, word].map((each) => el('span', {}, writer.word(each))) : []
  const badge = badgeMarkup(writer, position)
  const isBadgeFirst = random.fork('badge').chance(0.5)
  const coin = random.fork('coin').chance(0.3) ? icon(writer, 'coin', contract.base) : ''
  const [before, behind] = isBadgeFirst ? [coin + badge, ''] : [coin, badge]
  const canBeOneText =
    choices['symbol cell'] === 'one text' &&
    !['20 and x apart', 'own column'].includes(choices.leverage) &&
    choices['mode word'] !== 'with leverage'
  if (canBeOneText) {
    const lever = choices.leverage === 'x20' ? `x${leverage}` : `${leverage}x`
    const all = [contract.pair, ...quarterly, word, lever].join(' ')
    const [, ...rest] = tags(writer, position)
    return el(
      'div',
      { class: line },
      before,
      el('span', { class: colourOf(writer, position) }, text(all)),
      ...rest,
      behind,
    )
  }
  if (choices['symbol cell'] === 'two lines') {
    return el(
      'div',
      {},
      el('div', { class: line }, before, name, ...kind),
      el('div', { class: line }, ...tags(writer, position), behind),
    )
  }
  return el('div', { class: line }, before, name, ...kind, ...tags(writer, position), behind)
}
