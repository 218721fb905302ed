// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest'
import { type PageTheme, readTheme, watchTheme } from '@/lib/page'

const { body, documentElement: html } = document

beforeEach(() => {
  for (const element of [body, html]) {
    for (const { name } of [...element.attributes]) element.removeAttribute(name)
  }
})

describe('the theme of the page', () => {
  test.each([
    ['rgb(24, 26, 32)', 'dark'],
    ['rgb(255, 255, 255)', 'light'],
    ['rgba(250, 250, 250, 0.9)', 'light'],
  ])('painted %s it is %s, whatever its name', (colour, theme) => {
    html.dataset['theme'] = theme === 'dark' ? 'light' : 'dark'
    body.style.backgroundColor = colour
    expect(readTheme(document)).toBe(theme)
  })
  test.each([
    ['data-theme', 'light', 'light'],
    ['class', 'app theme-light', 'light'],
    ['class', 'dark', 'dark'],
    ['class', 'highlight darkroom', 'dark'],
    ['class', 'light dark', 'dark'],
  ])('unpainted, %s="%s" is %s', (name, value, theme) => {
    html.setAttribute(name, value)
    expect(readTheme(document)).toBe(theme)
  })
  test('a veil that lets through says nothing', () => {
    body.style.backgroundColor = 'rgba(255, 255, 255, 0.1)'
    expect(readTheme(document)).toBe('dark')
  })
})

test('it is told at once, and again only when it is another', async () => {
  const seen: PageTheme[] = []
  const end = new AbortController()
  watchTheme(document, { signal: end.signal, onTheme: (theme) => seen.push(theme) })
  const change = async (theme: string) => {
    html.dataset['theme'] = theme
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  await change('dark')
  await change('light')
  await change('light')
  expect(seen).toEqual(['dark', 'light'])
  end.abort()
  await change('dark')
  expect(seen).toEqual(['dark', 'light'])
})
