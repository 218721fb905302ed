import { test } from 'vitest'
import { itemsOf } from '@/lib/page/scan/figures'
import { englishNumbers } from '@/lib/page/scan/number'
test('x', () => {
  const run = (text: string) => ({ text, element: null, first: null, last: null }) as never
  for (const t of ['3,610.52 / 4,074.02', '-- / --', '3,610.52/4,074.02', '+3.05 USDT (+4.81%)', '12.5 USDT(Isolated)', '- 5.64 BTC','(+20.01%)','1,000PEPE', '100 %'])
    console.log(t, JSON.stringify(itemsOf([run(t)], englishNumbers)))
})
