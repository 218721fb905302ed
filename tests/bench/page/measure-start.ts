import { openStage } from './stage.ts'

/** Milliseconds from the beginning of the navigation. */
export type Start = {
  loaded: number
  /** When the panel was there; `null`: there is none. */
  panel: number | null
  /** Spent in our scripts until the page had loaded and the panel stood; `null`: there are none. */
  script: number | null
}

/** Loads the page once more, in a browser that has it warm, and looks when things were there. */
export const measureStart = async (extension: string | null): Promise<Start> => {
  const stage = await openStage({ extension, positions: 20 })
  const { page, session } = stage
  try {
    await session.send('Profiler.enable')
    await session.send('Profiler.setSamplingInterval', { interval: 500 })
    await page.evaluateOnNewDocument(() => {
      new MutationObserver((_, observer) => {
        if (document.querySelector('margin-brake-panel') === null) return
        Object.assign(window, { panelAt: performance.now() })
        observer.disconnect()
      }).observe(document, { childList: true, subtree: true })
    })
    await session.send('Profiler.start')
    await page.reload()
    if (extension !== null) {
      await page.waitForFunction(() => 'panelAt' in window, { timeout: 20_000 })
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    const { profile } = await session.send('Profiler.stop')
    const ours = new Set(
      profile.nodes
        .filter(({ callFrame }) => callFrame.url.startsWith('chrome-extension:'))
        .map(({ id }) => id),
    )
    const spent = (profile.samples ?? []).reduce(
      (sum, id, at) => (ours.has(id) ? sum + (profile.timeDeltas?.[at] ?? 0) / 1_000 : sum),
      0,
    )
    const times = await page.evaluate(() => ({
      loaded: (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming)
        .loadEventEnd,
      panel: (window as unknown as { panelAt?: number }).panelAt ?? null,
    }))
    return { ...times, script: extension === null ? null : spent }
  } finally {
    await stage.close()
  }
}
