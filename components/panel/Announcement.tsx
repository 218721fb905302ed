import { useEffect, useState } from 'preact/hooks'
import { useTranslation } from '../translation-context'

/** As long as it takes to read a sentence aloud, and some. Chosen. */
const SAID_MS = 10_000

/**
 * For those who hear the page: a risk that has risen, announced once. The text goes away again: it would
 * be found later by who reads line by line, in the words of then, with amounts that are hidden by now.
 */
export const Announcement = ({ text }: { text: string | null }) => {
  const translation = useTranslation()
  const [said, setSaid] = useState<{ text: string | null; translation: typeof translation }>({
    text: null,
    translation,
  })
  useEffect(() => {
    setSaid({ text, translation })
    const end = setTimeout(() => setSaid({ text: null, translation }), SAID_MS)
    return () => clearTimeout(end)
  }, [text])
  return (
    <p class="spoken" role="alert">
      {said.translation === translation ? said.text : null}
    </p>
  )
}
