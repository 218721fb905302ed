import { expect, test } from 'vitest'
import { namedScenes, pageNames, sceneNamed } from './demo-scenes.ts'
import { defaultView, viewFrom } from './view.ts'

const ofStart = ['reset', 'seed', 'clock', 'positionMode', 'assetMode', 'fill']

test.each(namedScenes)(
  'the scene $name says nothing that the page does not understand',
  (scene) => {
    for (const [name, value] of Object.entries(scene.parameters)) {
      if (ofStart.includes(name)) continue
      expect(defaultView, name).toHaveProperty(name)
      const view = viewFrom(new URLSearchParams({ [name]: value }), {} as never)
      expect(view, `${name}=${value}`).toHaveProperty(name)
    }
  },
)

test('each has a name of its own, and is found by it; so is a page fixture, and nothing else', () => {
  const names = namedScenes.map(({ name }) => name)
  expect(new Set([...names, ...pageNames]).size).toBe(names.length + pageNames.length)
  for (const name of [...names, ...pageNames]) expect(sceneNamed(name)?.name).toBe(name)
  expect(sceneNamed('nonsense')).toBeNull()
})

test('a stranger sees the fall begin within half a minute, and two additions that do not count as one', () => {
  const { then = [] } = sceneNamed('falling') ?? {}
  const [fall] = then.filter(({ step: [name] }) => name === 'movePrice')
  expect(fall?.atMs).toBeLessThan(30_000)
  const added = then.filter(({ step: [name] }) => name === 'addMargin').map(({ atMs }) => atMs)
  expect(added).toHaveLength(2)
  expect((added[1] ?? 0) - (added[0] ?? 0)).toBeGreaterThan(5_000)
  expect(added[1]).toBeLessThan(60_000)
})
