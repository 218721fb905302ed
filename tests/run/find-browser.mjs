// Runs on the Node that is there before anything is installed: no dependency, no TypeScript.
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const { env, platform } = process

/** @param {string} file */
const runs = (file) => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const onPath = (/** @type {string[]} */ names) =>
  (env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)))

const programFiles = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
  (folder) => folder !== undefined,
)

/** @type {Record<'chromium' | 'firefox', { variable: string, names: string[], mac: string[], windows: string[] }>} */
const browsers = {
  chromium: {
    variable: 'CHROME_PATH',
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
    names: ['firefox', 'firefox-esr'],
    mac: ['Firefox.app/Contents/MacOS/firefox'],
    windows: ['Mozilla Firefox\\firefox.exe'],
  },
}

/**
 * Path of an installed browser, or null.
 * @param {'chromium' | 'firefox'} name
 * @returns {string | null}
 */
export const findBrowser = (name) => {
  const { variable, names, mac, windows } = browsers[name]
  const wanted = env[variable]
  if (wanted !== undefined && wanted !== '') return runs(wanted) ? wanted : null
  const places =
    platform === 'darwin'
      ? ['/Applications', join(env.HOME ?? '', 'Applications')].flatMap((folder) =>
          mac.map((app) => join(folder, app)),
        )
      : platform === 'win32'
        ? programFiles.flatMap((folder) => windows.map((file) => join(folder, file)))
        : []
  const executables = platform === 'win32' ? [] : onPath(names)
  return [...places, ...executables].find(runs) ?? null
}

const packages = {
  'apt-get': { chromium: 'chromium', firefox: 'firefox-esr' },
  dnf: { chromium: 'chromium', firefox: 'firefox' },
  pacman: { chromium: 'chromium', firefox: 'firefox' },
  zypper: { chromium: 'chromium', firefox: 'MozillaFirefox' },
  apk: { chromium: 'chromium', firefox: 'firefox' },
  brew: { chromium: 'chromium', firefox: 'firefox' },
  winget: { chromium: 'Google.Chrome', firefox: 'Mozilla.Firefox' },
}

const steps = {
  'apt-get': (/** @type {string} */ name) => [
    ['apt-get', 'update', '-q'],
    ['apt-get', 'install', '-y', '-q', name],
  ],
  dnf: (/** @type {string} */ name) => [['dnf', 'install', '-y', name]],
  pacman: (/** @type {string} */ name) => [['pacman', '-Sy', '--noconfirm', name]],
  zypper: (/** @type {string} */ name) => [['zypper', '--non-interactive', 'install', name]],
  apk: (/** @type {string} */ name) => [['apk', 'add', name]],
  brew: (/** @type {string} */ name) => [['brew', 'install', '--cask', name]],
  winget: (/** @type {string} */ name) => [['winget', 'install', '--silent', '--id', name]],
}

/**
 * The commands that install a browser with what this system has; empty if it has nothing known.
 * @param {'chromium' | 'firefox'} name
 * @returns {string[][]}
 */
export const installCommands = (name) => {
  const managers = /** @type {(keyof typeof packages)[]} */ (Object.keys(packages))
  const manager = managers.find((candidate) =>
    onPath([platform === 'win32' ? `${candidate}.exe` : candidate]).some(runs),
  )
  if (manager === undefined) return []
  const commands = steps[manager](packages[manager][name])
  const needsRoot = platform === 'linux' && process.getuid?.() !== 0
  if (!needsRoot) return commands
  return onPath(['sudo']).some(runs) ? commands.map((command) => ['sudo', '-n', ...command]) : []
}
