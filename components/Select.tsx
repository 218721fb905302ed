export type Options = readonly (readonly [value: string, text: string])[]

type Props = {
  value: string
  options: Options
  onPick: (value: string) => void
  id?: string
  class?: string
}

/** One of some values, each with its text. Attributes of other names go to the element. */
export const Select = ({ options, onPick, ...attributes }: Props) => (
  <select {...attributes} onChange={({ currentTarget }) => onPick(currentTarget.value)}>
    {options.map(([value, text]) => (
      <option key={value} value={value}>
        {text}
      </option>
    ))}
  </select>
)
