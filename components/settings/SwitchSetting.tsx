import { useId } from 'preact/hooks'

type Props = {
  label: string
  why: string
  checked: boolean
  onChange: (checked: boolean) => void
  /** Names it to tests and styles. */
  data: Readonly<Record<`data-${string}`, string>>
}

/** A setting that is on or off, with its reason. */
export const SwitchSetting = ({ label, why, checked, onChange, data }: Props) => {
  const id = useId()
  return (
    <div class="setting" {...data}>
      <label for={id}>{label}</label>
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={checked}
        aria-describedby={`${id}-why`}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.checked)
        }}
      />
      <p class="why" id={`${id}-why`}>
        {why}
      </p>
    </div>
  )
}
