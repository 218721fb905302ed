import { useId } from 'preact/hooks'

type Props = {
  name: string
  label: string
  text: string
  unit?: string | null
  /** What is wrong with the text; `null`: nothing. */
  problem: string | null
  onText: (text: string) => void
}

/** A number of the trader's. What does not fit stays as typed, with the reason next to it. */
export const TypedField = ({ name, label, text, unit = null, problem, onText }: Props) => {
  const id = useId()
  return (
    <div class="typed" data-typed={name}>
      <label for={id}>{label}</label>
      <span class="entry">
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          onInput={(event) => onText(event.currentTarget.value)}
        />
        {unit !== null && <span class="unit">{unit}</span>}
      </span>
      {problem !== null && (
        <p class="problem" role="alert" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  )
}
