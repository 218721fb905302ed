import { createPortal } from 'react-dom'
import type { ButtonProps, FieldProps, ModalProps } from './skin.ts'

const tones: Record<ButtonProps['tone'], string> = {
  plain: 'bn-button data-size-small',
  text: 'bn-button bn-button__text data-size-tiny',
  primary: 'bn-button bn-button__primary data-size-middle',
  buy: 'bn-button bn-button__buy data-size-middle',
  sell: 'bn-button bn-button__sell data-size-middle',
}

/** The exchange's component library as it has been since 2024. */
export const BnButton = ({ tone, onClick, children, role }: ButtonProps) => (
  <button type="button" className={tones[tone]} data-role={role} onClick={onClick}>
    {children}
  </button>
)

export const BnField = ({ name, label, value, onChange, children }: FieldProps) => (
  <div className="bn-formItem" {...{ target: name }}>
    <span className="text-TertiaryText">{label}</span>
    <input
      id={name}
      value={value}
      autoComplete="off"
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
    {children}
  </div>
)

export const BnModal = ({ title, closeLabel, onClose, children }: ModalProps) =>
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
              aria-label={closeLabel}
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
