type Props = {
  id: string
  isOn: boolean
  /** Ids of what is written at it. */
  described: string
  onChange: (isOn: boolean) => void
}

export const Switch = ({ id, isOn, described, onChange }: Props) => (
  <input
    id={id}
    type="checkbox"
    role="switch"
    checked={isOn}
    aria-describedby={described}
    onChange={({ currentTarget }) => onChange(currentTarget.checked)}
  />
)
