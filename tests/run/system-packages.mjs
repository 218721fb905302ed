// Runs on the Node that is there before anything is installed: no dependency, no TypeScript.
import { isProgram, onPath } from './find-browser.mjs'

/** @typedef {import('./find-browser.mjs').BrowserName} BrowserName */

const { platform } = process

/** @type {Record<string, { names: Record<BrowserName, string>, steps: (name: string) => string[][] }>} */
const managers = {
  'apt-get': {
    names: { chromium: 'chromium', firefox: 'firefox-esr' },
    steps: (name) => [
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', name],
    ],
  },
  dnf: {
    names: { chromium: 'chromium', firefox: 'firefox' },
    steps: (name) => [['dnf', 'install', '-y', name]],
  },
  pacman: {
    names: { chromium: 'chromium', firefox: 'firefox' },
    steps: (name) => [['pacman', '-Sy', '--noconfirm', name]],
  },
  zypper: {
    names: { chromium: 'chromium', firefox: 'MozillaFirefox' },
    steps: (name) => [['zypper', '--non-interactive', 'install', name]],
  },
  apk: {
    names: { chromium: 'chromium', firefox: 'firefox' },
    steps: (name) => [['apk', 'add', name]],
  },
  brew: {
    names: { chromium: 'chromium', firefox: 'firefox' },
    steps: (name) => [['brew', 'install', '--cask', name]],
  },
  winget: {
    names: { chromium: 'Google.Chrome', firefox: 'Mozilla.Firefox' },
    steps: (name) => [['winget', 'install', '--silent', '--id', name]],
  },
}

/** @param {string} program */
const isThere = (program) =>
  onPath([platform === 'win32' ? `${program}.exe` : program]).some(isProgram)

/**
 * The commands that install a browser with what this system has; empty if it has nothing that is known here.
 * @param {BrowserName} name
 * @returns {string[][]}
 */
export const installCommands = (name) => {
  const manager = Object.entries(managers).find(([program]) => isThere(program))
  if (manager === undefined) return []
  const [program, { names, steps }] = manager
  const commands = steps(names[name])
  const needsRoot = program !== 'brew' && platform !== 'win32' && process.getuid?.() !== 0
  return needsRoot ? commands.map((command) => ['sudo', ...command]) : commands
}
