import { useState } from 'preact/hooks'
import type { JournalEpisode } from '@/lib/journal'
import { usePageTranslation } from '../own-page/page-translation'
import { ConfirmDialog } from '../own-page/ConfirmDialog'
import type { JournalSource } from './journal-source'

/** One episode, or all: how many are closed, and whether some are open. */
export type Asked = { one: JournalEpisode } | { closed: number; open: number }

type Props = {
  asked: Asked
  onErase: (which: Parameters<JournalSource['erase']>[0]) => void
  onCancel: () => void
}

export const EraseDialog = ({ asked, onErase, onCancel }: Props) => {
  const { t, moments } = usePageTranslation()
  const [everything, setEverything] = useState(false)
  if ('one' in asked) {
    const { id, symbol, openedAt } = asked.one
    return (
      <ConfirmDialog
        title={t('journal.erase.one.title')}
        text={t('journal.erase.one.text', {
          symbol,
          opened: moments.long(openedAt) ?? t('unknown'),
        })}
        onConfirm={() => onErase([id])}
        onCancel={onCancel}
      />
    )
  }
  return (
    <ConfirmDialog
      title={t('journal.erase.all.title')}
      text={t('journal.erase.all.text', { count: asked.closed })}
      onConfirm={() => onErase(everything ? 'everything' : 'closed')}
      onCancel={onCancel}
    >
      {asked.open > 0 && (
        <label class="choice">
          <input
            type="checkbox"
            data-action="everything"
            checked={everything}
            onChange={(event) => setEverything(event.currentTarget.checked)}
          />
          {t('journal.erase.everything')}
        </label>
      )}
    </ConfirmDialog>
  )
}
