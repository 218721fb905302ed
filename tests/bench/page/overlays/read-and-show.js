// The work that every overlay of the bench does: read all rows, compute the distance, show it.
// Plain script of the kind that is common in the field; shared so that only the way of watching differs.
const host = document.createElement('bench-overlay')
host.style.cssText =
  'position:fixed;top:60px;right:12px;z-index:9999;width:300px;max-height:80vh;overflow:auto;background:#222;color:#eee'
const root = host.attachShadow({ mode: 'closed' })
document.body.append(host)

const figure = (text) => Number.parseFloat(text.replace(/,/g, ''))

const columnsOf = () => {
  const header = [...document.querySelectorAll('#POSITIONS *')].find(
    (element) => element.children.length > 8 && /Mark Price/.test(element.textContent),
  )
  const titles = [...(header?.children ?? [])].map((cell) => cell.textContent.trim())
  return {
    mark: titles.findIndex((title) => title.startsWith('Mark Price')),
    liquidation: titles.findIndex((title) => title.startsWith('Liq')),
  }
}

/** Every row of the table, read from nothing. */
globalThis.readRows = () => {
  const { mark, liquidation } = columnsOf()
  if (mark < 0 || liquidation < 0) return []
  return [...document.querySelectorAll('#POSITIONS .list-item-container > div')].map((row) => {
    const cells = [...row.children].map((cell) => cell.textContent.trim())
    const markPrice = figure(cells[mark] ?? '')
    const liquidationPrice = figure(cells[liquidation] ?? '')
    return {
      symbol: cells[0],
      distance: Math.abs(markPrice - liquidationPrice) / markPrice,
      liquidationPrice,
      markPrice,
    }
  })
}

const line = ({ symbol, distance, liquidationPrice, markPrice }) => {
  const element = document.createElement('div')
  element.className = 'row'
  element.textContent = `${symbol} ${(distance * 100).toFixed(2)} % ${liquidationPrice} ${markPrice}`
  return element
}

globalThis.showRows = (rows) => {
  root.replaceChildren(...rows.map(line))
}
