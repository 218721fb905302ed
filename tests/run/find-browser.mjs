// Runs on the Node that is there before anything is installed: no dependency, no TypeScript.
import { accessSync, constants, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const { env, platform } = process

/** Browsers that were downloaded for this project alone; `npm start` fills it where there are no others. */
export const browserCache = join(
  dirname(fileURLToPath(import.meta.url)),
  '..',
  '..',
  '.cache',
  'browsers',
)

/** @typedef {'chromium' | 'firefox'} BrowserName */

/** Holds the path of the one that was downloaded. @param {BrowserName} name */
export const cachedPathFile = (name) => join(browserCache, `${name}.path`)

/** @param {string} file */
export const isProgram = (file) => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export const onPath = (/** @type {string[]} */ names) =>
  (env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)))

const programFiles = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
  (folder) => folder !== undefined,
)

/** @type {Record<BrowserName, { variable: string, title: string, names: string[], mac: string[], windows: string[] }>} */
export const browsers = {
  chromium: {
    variable: 'CHROME_PATH',
    title: 'Chrome, Chromium, Edge or Brave',
    names: [
      'chromium',
      'chromium-browser',
      'google-chrome-stable',
      'google-chrome',
      'microsoft-edge',
      'brave-browser',
    ],
    mac: [
      'Chromium.app/Contents/MacOS/Chromium',
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'Brave Browser.app/Contents/MacOS/Brave Browser',
    ],
    windows: [
      'Chromium\\Application\\chrome.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
      'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
    ],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    title: 'Firefox',
    names: ['firefox', 'firefox-esr'],
    mac: ['Firefox.app/Contents/MacOS/firefox'],
    windows: ['Mozilla Firefox\\firefox.exe'],
  },
}

/** @param {BrowserName} name */
const cached = (name) => {
  try {
    return [readFileSync(cachedPathFile(name), 'utf8').trim()]
  } catch {
    return []
  }
}

/**
 * Path of a browser: the one that a variable names, else an installed one, else the one in the project's cache;
 * or null.
 * @param {BrowserName} name
 * @returns {string | null}
 */
export const findBrowser = (name) => {
  const { variable, names, mac, windows } = browsers[name]
  const wanted = env[variable]
  if (wanted !== undefined && wanted !== '') return isProgram(wanted) ? wanted : null
  const places =
    platform === 'darwin'
      ? ['/Applications', join(env.HOME ?? '', 'Applications')].flatMap((folder) =>
          mac.map((app) => join(folder, app)),
        )
      : platform === 'win32'
        ? programFiles.flatMap((folder) => windows.map((file) => join(folder, file)))
        : []
  const executables = platform === 'win32' ? [] : onPath(names)
  return [...places, ...executables, ...cached(name)].find(isProgram) ?? null
}
