import { test } from 'vitest'
import { Window } from 'happy-dom'
import { search } from '@/lib/page/locate/search'
import { locate } from '@/lib/page/locate/locate'
import { drawnRuns } from '@/lib/page/dom/runs'
test('x', () => {
  const w = new Window({url:'https://www.binance.com/en/futures/BTCUSDT'})
  w.document.body.innerHTML = '<main><div id=c><div><div><span>BICOUSDT</span><span>Perp</span></div><div><span>Cruzado 20x</span></div></div><div><div><div>Entry Price</div><div>0.11519<span>28</span></div></div><div><div>Mark Price</div><div>0.113<span>07</span></div></div><div><div>Ratio de margen</div><div>2.<span>51</span>%</div></div><div><div>Unrealized PNL</div><div><div><div>−8.<span>00</span> USDT<svg/></div><div>(−37.55%)</div></div></div></div></div></div></main>'
  const d = w.document as unknown as Document
  const { place } = locate(search(d.body))
  for (const r of place!.records) for (const [c,e] of r.cells) console.log('CELL', c, e.map(x=>x.outerHTML), e.flatMap(drawnRuns).map(r=>r.text))
})
