import type { CDPSession } from 'puppeteer-core'
import type { Stage } from './stage.ts'
import { sleep } from './measure-load.ts'

/** Milliseconds. */
export type Latency = { p50: number; p95: number; p99: number; count: number }

export const percentile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN
}

type Watched = { changedAt: number[]; paintedAt: number[] }

/** Notes when the mark price of a row has changed, by the page's own clock. */
const watchTable = (): void => {
  const noted: Watched = { changedAt: [], paintedAt: [] }
  Object.assign(window, { noted })
  const rows = document.querySelector('#POSITIONS .list-container')
  if (rows === null) throw new Error('no rows to watch')
  new MutationObserver(() => {
    noted.changedAt.push(performance.now())
  }).observe(rows, { subtree: true, characterData: true, childList: true })
}

/** Notes when what was drawn into the panel has reached a frame. Runs on the panel's own root. */
const watchPanel = `function () {
  let waiting = false
  new MutationObserver(() => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      const after = new MessageChannel()
      after.port1.onmessage = () => {
        waiting = false
        window.noted.paintedAt.push(performance.now())
      }
      after.port2.postMessage(0)
    })
  }).observe(this, { subtree: true, characterData: true, childList: true, attributes: true })
}`

/** The closed shadow root of the panel, by the browser's own protocol. */
const panelRoot = async (session: CDPSession): Promise<string> => {
  const { root } = await session.send('DOM.getDocument', { depth: 0 })
  const { nodeId } = await session.send('DOM.querySelector', {
    nodeId: root.nodeId,
    selector: 'body > margin-brake-panel',
  })
  const { node } = await session.send('DOM.describeNode', { nodeId, depth: 1, pierce: true })
  const shadow = node.shadowRoots?.[0]
  if (shadow === undefined) throw new Error('no panel')
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId })
  if (object.objectId === undefined) throw new Error('no panel')
  return object.objectId
}

/** From a text that changed in the table to the frame in which the panel shows it. */
export const measureLatency = async (stage: Stage, seconds: number): Promise<Latency> => {
  const { page, session } = stage
  await page.evaluate(watchTable)
  await session.send('Runtime.callFunctionOn', {
    objectId: await panelRoot(session),
    functionDeclaration: watchPanel,
  })
  await sleep(seconds * 1_000)
  const { changedAt, paintedAt } = await page.evaluate(
    () => (window as unknown as { noted: Watched }).noted,
  )
  const latencies = changedAt.flatMap((at) => {
    const painted = paintedAt.find((time) => time > at)
    return painted === undefined ? [] : [painted - at]
  })
  return {
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    count: latencies.length,
  }
}
