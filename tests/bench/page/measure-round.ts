import { measureLatency, type Latency } from './measure-latency.ts'
import { type Load, measureLoad, sleep } from './measure-load.ts'
import { measureOwn } from './measure-own.ts'
import { measureSmoothness, type Smoothness } from './measure-smoothness.ts'
import { measureStart, type Start } from './measure-start.ts'
import { options } from './options.ts'
import { buildOverlay, overlays } from './overlay.ts'
import { openStage, ourExtension, type Stage } from './stage.ts'

export const ALONE = 'page alone'
export const OURS = 'Margin Brake'

/** What lies over the page, by name. */
const bareAndOurs = [
  [ALONE, null],
  [OURS, ourExtension],
] as const
export const variants = [
  ...bareAndOurs,
  ...(options.withOverlays ? overlays : []).map(
    (overlay) => [overlay, buildOverlay(overlay)] as const,
  ),
] as const

export type WithOwn = Load & { own: number }

/** All that is measured in one turn, each thing by the name of what lay over the page. */
export type Round = {
  /** By number of positions. */
  loads: ReadonlyMap<number, ReadonlyMap<string, WithOwn>>
  flat: ReadonlyMap<string, WithOwn>
  smoothness: ReadonlyMap<string, Smoothness>
  start: ReadonlyMap<string, Start>
  latency: Latency
}

export const onStage = async <T>(
  given: Parameters<typeof openStage>[0],
  work: (stage: Stage) => Promise<T>,
): Promise<T> => {
  const stage = await openStage(given)
  try {
    // Start-up is measured apart.
    await sleep(options.settleMs)
    return await work(stage)
  } finally {
    await stage.close()
  }
}

const { seconds } = options

const load = (extension: string | null, positions: number): Promise<WithOwn> =>
  onStage({ extension, positions }, async (stage) => ({
    ...(await measureLoad(stage, seconds)),
    own: await measureOwn(stage, seconds),
  }))

const ofEach = async <T>(
  list: readonly (readonly [string, string | null])[],
  measure: (extension: string | null) => Promise<T>,
): Promise<Map<string, T>> => {
  const found = new Map<string, T>()
  for (const [name, extension] of list) found.set(name, await measure(extension))
  return found
}

export const measureRound = async (): Promise<Round> => {
  const loads = new Map<number, Map<string, WithOwn>>()
  for (const positions of options.positions) {
    loads.set(positions, await ofEach(variants, (extension) => load(extension, positions)))
  }
  return {
    loads,
    flat: await ofEach(bareAndOurs, (extension) => load(extension, 0)),
    latency: await onStage({ extension: ourExtension, positions: 20 }, (stage) =>
      measureLatency(stage, seconds),
    ),
    smoothness: await ofEach(bareAndOurs, (extension) =>
      onStage({ extension, positions: 20 }, (stage) => measureSmoothness(stage, seconds)),
    ),
    start: await ofEach(bareAndOurs, measureStart),
  }
}
