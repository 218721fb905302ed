// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { anchorsAt } from '@/lib/page/locate/anchors'

test('a long list of what looks like leverages is looked at once, and not once for each of them', () => {
  const list = document.body.appendChild(document.createElement('div'))
  for (let at = 0; at < 600; at += 1) list.appendChild(document.createElement('b')).append('20x')
  const text = vi.spyOn(list, 'textContent', 'get')
  expect(anchorsAt([...list.children])).toEqual([])
  expect(text).toHaveBeenCalledTimes(1)
})

test.each(['BTCUSD1 Perp', '4USDT Perp', '1000SHIBUSDT'])('"%s" ends in no amount', (symbol) => {
  document.body.innerHTML = `<div><b>${symbol}</b> <i>12x</i></div>`
  const [leverage] = document.querySelectorAll('i')
  const anchors = anchorsAt(leverage === undefined ? [] : [leverage])
  expect(anchors.map(({ symbol: element }) => element.textContent)).toEqual([symbol])
})
