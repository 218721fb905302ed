/** The page of settings, and what the browser itself prints of us. */
export const settings = {
  'settings.title': 'Settings',
  'settings.intro':
    'Limits, alerts, appearance and the columns that you named. The journal has an export of its own.',
  'settings.file': 'In a file',
  'settings.export': 'Export settings',
  'settings.export.done': 'Exported.',
  'settings.export.failed': 'The export failed. The browser says: {reason}',
  'settings.import': 'Import settings',
  'settings.import.done': 'Imported.',
  'settings.import.not-json':
    'This file is damaged or cut off: it is not JSON. Nothing was changed.',
  'settings.import.not-settings':
    'This file holds no settings of Margin Brake. Nothing was changed.',
  'settings.import.newer':
    'This file was written by a later version of Margin Brake. Nothing was changed.',
  'settings.import.damaged': 'This file is damaged at “{path}”. Nothing was changed.',
  'settings.import.failed': 'It could not be saved. The browser says: {reason}',
  'settings.looser-wait': 'Looser limits wait for their hour, as you asked.',
  'settings.sync': 'In your other browsers',
  'settings.sync.switch': 'Keep the same limits and appearance there',
  'settings.sync.why':
    'Your browser carries them, if you are signed in to it. Never the journal, and never your total capital.',
  'settings.sync.unavailable': 'This browser offers no such thing.',
  'settings.sync.failed': 'It could not be passed on. The browser says: {reason}',
  'settings.keys': 'Keys',
  'settings.keys.why': 'They can be changed in the browser’s own list of shortcuts for extensions.',
  'settings.keys.none': 'no key',
  'settings.erase': 'Erase settings',
  'settings.erase.title': 'Erase all settings?',
  'settings.erase.text':
    'Limits, alerts, appearance and the columns that you named are set back to how they were after installing. The journal stays.',
  'settings.erase.done': 'Erased.',
  'settings.erase.failed': 'It could not be erased. The browser says: {reason}',

  'command.toggle-panel': 'Fold or open the panel',
  'command.hide-amounts': 'Hide or show amounts',
  'command.self-check': 'Open the self-check',
  'manifest.description':
    'Distance to liquidation, a count of margin additions and stop-loss reminders for your futures positions. Read-only, unofficial.',
} as const
