import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { Setting } from './Setting'

type Props = Pick<Parameters<typeof Setting>[0], 'label' | 'why' | 'data'> & {
  checked: boolean
  onChange: (checked: boolean) => void
  children?: ComponentChildren
}

export const SwitchSetting = ({ checked, onChange, children, ...texts }: Props) => {
  const id = useId()
  return (
    <Setting id={id} {...texts}>
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={checked}
        aria-describedby={`${id}-why`}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      {children}
    </Setting>
  )
}
