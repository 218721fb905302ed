export type AlertSettings = {
  /** A notification of the system. The browser's permission is asked for at the switch. */
  notifications: boolean
  sound: boolean
  /** Quiet until then, milliseconds since the epoch. */
  snoozedUntil: number
}

/** Until the trader asks for them. */
export const silent: AlertSettings = { notifications: false, sound: false, snoozedUntil: 0 }

/** Of something dangerous that has come up. */
export type Alert = {
  /** Of the position: "BTCUSDT:long:isolated". */
  key: string
  code: string
  title: string
  detail: string
}

type AlerterOptions = {
  settings: () => Promise<AlertSettings>
  notify: (id: string, alert: Alert) => Promise<void>
  now: () => number
}

/** Two tabs see the same thing: the second is not news. Chosen: a price does not stay in danger unread for longer. */
const SAME_MS = 60_000

/**
 * Raises what is dangerous outside of the page, where the trader has asked for it. The answer tells the
 * tab whether to sound: a background has no speaker.
 */
export const alerter = ({ settings, notify, now }: AlerterOptions) => {
  const raised = new Map<string, number>()
  return async (alert: Alert): Promise<{ sound: boolean }> => {
    const id = `${alert.key} ${alert.code}`
    const at = now()
    const before = raised.get(id)
    // A clock that was set back silences nothing.
    if (Math.abs(at - (before ?? -Infinity)) < SAME_MS) return { sound: false }
    // Before anything is waited for: the same from another tab may come in this very moment.
    raised.set(id, at)
    const { notifications, sound, snoozedUntil } = await settings()
    if (at < snoozedUntil || !(notifications || sound)) {
      // Nobody heard it: it is news still when the snooze ends.
      if (raised.get(id) === at) raised.delete(id)
      return { sound: false }
    }
    if (notifications) await notify(id, alert)
    return { sound }
  }
}
