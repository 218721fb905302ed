import { useState } from 'preact/hooks'

/** What was done last, and how it went. */
export type Notice = { text: string; bad: boolean }

/** What a browser says of a fault. */
export const reasonOf = (fault: unknown): string =>
  fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault)

/** Does what the trader asks of a page, and says how it went. `failed`: the words for what did not work. */
export const useAttempts = <What extends string>(
  failed: (what: What, reason: string) => string,
) => {
  const [notice, setNotice] = useState<Notice | null>(null)
  const [isBusy, setBusy] = useState(false)
  const attempt = async (what: What, act: () => Promise<Notice | null>) => {
    setNotice(null)
    setBusy(true)
    try {
      setNotice(await act())
    } catch (fault) {
      setNotice({ text: failed(what, reasonOf(fault)), bad: true })
    }
    setBusy(false)
  }
  return { notice, isBusy, setNotice, attempt }
}
