import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { Switch } from '../limits/Switch'

type Props = {
  label: string
  why: string
  checked: boolean
  onChange: (checked: boolean) => void
  /** Names it to tests and styles. */
  data: Readonly<Record<`data-${string}`, string>>
  children?: ComponentChildren
}

export const SwitchSetting = ({ label, why, checked, onChange, data, children }: Props) => {
  const id = useId()
  return (
    <div class="setting" {...data}>
      <label for={id}>{label}</label>
      <Switch id={id} isOn={checked} described={`${id}-why`} onChange={onChange} />
      <p class="why" id={`${id}-why`}>
        {why}
      </p>
      {children}
    </div>
  )
}
