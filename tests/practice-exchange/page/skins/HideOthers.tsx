import type { CheckboxProps } from './skin.ts'

export const HideOthers = ({ checked, label, onToggle }: CheckboxProps) => (
  <div className="filters">
    <span
      role="checkbox"
      aria-checked={checked}
      {...{ name: 'hideOtherSymbol' }}
      onClick={onToggle}
    />
    <span>{label}</span>
  </div>
)
