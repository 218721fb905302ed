import { useRef } from 'preact/hooks'

type Props = { label: string; disabled?: boolean; onFile: (file: File) => void }

/** A button that asks for a file of ours. */
export const ImportButton = ({ label, disabled = false, onFile }: Props) => {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        data-action="import"
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {label}
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? []
          if (chosen !== undefined) onFile(chosen)
          // The same file may be chosen again.
          currentTarget.value = ''
        }}
      />
    </>
  )
}
