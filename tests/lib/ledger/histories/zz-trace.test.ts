import { test } from 'vitest'
import { playHistory } from './play-history'

test('trace', () => {
  for (const seed of (process.env.SEED ?? '').split(',').map(Number)) {
    const { desk, faults } = playHistory(seed)
    const all: [number, string, string][] = []
    for (const e of desk.exchange.truth)
      all.push([
        e.at,
        e.key,
        `TRUTH #${e.positionId} ${e.account} ${JSON.stringify({ ...e, at: undefined, account: undefined, key: undefined, positionId: undefined })}`,
      ])
    for (const e of desk.truth.expectations)
      all.push([
        e.at,
        e.key,
        `  EXPECT #${e.positionId} ${e.kind} ${String(e.amount)} ±${String(e.slack)} ${String(e.beyond)}`,
      ])
    for (const ep of [...Object.values(desk.ledger.open), ...desk.ledger.closed]) {
      const key = `${ep.symbol}:${ep.side}:${ep.marginMode}`
      for (const e of ep.events)
        all.push([
          desk.trueTime(e.at) ?? e.at,
          key,
          `    LEDGER ${String(ep.openedAt % 1e8)} ${JSON.stringify({ ...e, unrealizedPnl: undefined, markPrice: undefined })}`,
        ])
    }
    for (const [at, text] of desk.log ?? []) all.push([at, '*', text])
    all.sort((a, b) => a[0] - b[0])
    console.log('SEED', seed, JSON.stringify(desk.sight), desk.clockError)
    for (const f of faults.filter((f) => f.kind === (process.env.KIND ?? 'margin-added'))) {
      console.log('FAULT', f.what, f.kind, f.text.slice(0, 400))
      const { key, at } = f
      const symbol = key.split(':')[0]!
      const mine = all.filter(
        ([, k, t]) => k === key || (k === '*' && (t.includes(symbol) || t.includes('- '))),
      )
      const i = mine.findIndex(([t]) => t >= at)
      console.log(
        mine
          .slice(Math.max(0, i - Number(process.env.B ?? 14)), i + Number(process.env.A ?? 8))
          .map(
            ([t, , x]) =>
              `${new Date(t).toISOString().slice(8, 23)} ${x.replace(
                /LOOK (\S+ \d+ \w+) (.*)/,
                (_, a: string, b: string) =>
                  `LOOK ${a} ${b
                    .split(' | ')
                    .filter((p) => p.startsWith(symbol))
                    .join('')}`,
              )}`,
          )
          .join('\n'),
      )
    }
  }
})
