/** The settings page, and what the browser itself shows of us. */
export const settings = {
  'settings.title': 'Settings',
  'settings.intro': 'Limits, alerts and appearance. The journal has its own export.',
  'settings.search': 'Search settings',
  'settings.search.none': 'No setting matches “{query}”.',
  'settings.file.why': 'As a backup, or to take your settings to another browser.',
  'settings.file': 'Export and import',
  'settings.export': 'Export settings',
  'settings.export.done': 'Exported.',
  'settings.export.failed': 'The export failed. Browser message: {reason}',
  'settings.import': 'Import settings',
  'settings.import.done': 'Imported.',
  'settings.import.not-json':
    'This file is damaged or incomplete: it isn’t JSON. Nothing was changed.',
  'settings.import.not-settings': 'This file has no Margin Brake settings. Nothing was changed.',
  'settings.import.newer': 'A newer version of Margin Brake wrote this file. Nothing was changed.',
  'settings.import.damaged': 'This file is damaged at “{path}”. Nothing was changed.',
  'settings.import.failed': 'Couldn’t save. Browser message: {reason}',
  'settings.looser-wait': 'Looser limits take effect after the delay you set.',
  'settings.sync': 'Your other browsers',
  'settings.sync.switch': 'Use the same limits and appearance there',
  'settings.sync.why':
    'Your browser syncs them if you’re signed in to it. Never the journal, and never your total capital.',
  'settings.sync.unavailable': 'Your browser doesn’t support this.',
  'settings.sync.failed': 'Couldn’t sync. Browser message: {reason}',
  'settings.keys': 'Keyboard shortcuts',
  'settings.keys.why': 'You can change them in your browser’s list of extension shortcuts.',
  'settings.keys.none': 'not set',
  'settings.erase': 'Erase settings',
  'settings.erase.title': 'Erase all settings?',
  'settings.erase.text':
    'Limits, alerts and appearance go back to how they were after installation. The journal stays.',
  'settings.erase.done': 'Erased.',
  'settings.erase.failed': 'Couldn’t erase. Browser message: {reason}',

  'command.toggle-panel': 'Collapse or expand the panel',
  'command.hide-amounts': 'Hide or show amounts',
  'command.self-check': 'Open the self-check',
  'manifest.description':
    'Distance to liquidation, a count of margin additions and stop-loss reminders for your futures positions. Read-only, unofficial.',
} as const
