import { test } from 'vitest'
import { futuresPage } from '../lib/page/futures-page'
import { search } from '@/lib/page/locate/search'
import { locate } from '@/lib/page/locate/locate'
test('x', () => {
  const d = futuresPage()
  const f = search(d.body)
  console.log(f.leverages.length, f.titles.map(t=>t.text+':'+t.column), f.tabs.map(t=>t.text))
  const { place } = locate(f)
  console.log(place?.layout, place?.titles.map(t=>t.text+'|'+t.column))
  console.log(place?.records.map(r=>[...r.cells].map(([c,e])=>c+':'+e.map(x=>x.textContent).join('+'))), place?.records[0]?.symbol.map(e=>e.outerHTML))
})
