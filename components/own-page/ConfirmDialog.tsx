import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { usePageTranslation } from './page-translation'

type Props = {
  title: string
  text: string
  /** A choice that goes with the question. */
  children?: ComponentChildren
  onConfirm: () => void
  onCancel: () => void
}

/** Asks before something is gone. Escape and the first button keep it. */
export const ConfirmDialog = ({ title, text, children, onConfirm, onCancel }: Props) => {
  const { t } = usePageTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()

  useEffect(() => dialog.current?.showModal(), [])

  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault()
        onCancel()
      }}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <p id={`${id}-text`}>{text}</p>
      {children}
      <div class="buttons">
        <button type="button" data-action="cancel" autoFocus onClick={onCancel}>
          {t('journal.erase.cancel')}
        </button>
        <button type="button" class="danger" data-action="confirm" onClick={onConfirm}>
          {t('journal.erase.confirm')}
        </button>
      </div>
    </dialog>
  )
}
