import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'

type Props = { title: string; onClose: () => void; children: ReactNode }

export const Modal = ({ title, onClose, children }: Props) =>
  createPortal(
    <div className="bn-modal-root">
      <div className="bn-modal-mask" onClick={onClose} />
      <div className="bn-modal-wrap">
        <div role="dialog" aria-modal="true" className="bn-modal">
          <div className="bn-modal-header">
            <div>{title}</div>
            <svg
              width="16"
              height="16"
              viewBox="0 0 16 16"
              aria-label="Close"
              role="button"
              onClick={onClose}
            >
              <path d="M4 4 L12 12 M12 4 L4 12" stroke="currentColor" strokeWidth="1.5" />
            </svg>
          </div>
          {children}
        </div>
      </div>
    </div>,
    document.body,
  )
