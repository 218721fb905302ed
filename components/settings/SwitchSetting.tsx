import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { Switch } from '../limits/Switch'
import { Setting } from '../own-page/Setting'

type Props = Pick<Parameters<typeof Setting>[0], 'label' | 'why' | 'data'> & {
  checked: boolean
  onChange: (checked: boolean) => void
  children?: ComponentChildren
}

export const SwitchSetting = ({ label, why, checked, onChange, data, children }: Props) => {
  const id = useId()
  return (
    <Setting id={id} label={label} why={why} data={data}>
      <Switch id={id} isOn={checked} described={`${id}-why`} onChange={onChange} />
      {children}
    </Setting>
  )
}
