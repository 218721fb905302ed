import { createPortal } from 'react-dom'
import { store } from '../../store.ts'
import { cssHash } from '../css-hash.ts'
import type { ButtonProps, FieldProps, ModalProps } from '../skin.ts'

/** Buttons, fields and dialogs before the component library of 2024. */
export const Button = ({ tone, onClick, children, role }: ButtonProps) => (
  <button
    type="button"
    data-bn-type="button"
    data-role={role}
    className={`${cssHash('button', store.view)} ${tone}`}
    onClick={onClick}
  >
    {children}
  </button>
)

export const Field = ({ name, label, value, onChange, children }: FieldProps) => (
  <label className={`order-form-field ${cssHash('field', store.view)}`}>
    <span>{label}</span>
    <input
      className="order-form-input"
      name={name.replace(/-1$/, '')}
      value={value}
      autoComplete="off"
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
    {children}
  </label>
)

export const Modal = ({ title, closeLabel, onClose, children }: ModalProps) =>
  createPortal(
    <div className={`modal-root ${cssHash('modal', store.view)}`}>
      <div className="modal-mask" onClick={onClose} />
      <div className="modal">
        <header>
          <span>{title}</span>
          <svg width="16" height="16" viewBox="0 0 16 16" aria-label={closeLabel} onClick={onClose}>
            <path d="M4 4 L12 12 M12 4 L4 12" stroke="currentColor" strokeWidth="1.5" />
          </svg>
        </header>
        {children}
      </div>
    </div>,
    document.body,
  )
