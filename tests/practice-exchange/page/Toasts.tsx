import { useStore } from './store.ts'

export const Toasts = () => {
  const toasts = useStore((store) => store.toasts)
  return (
    <div className="toasts">
      {toasts.map(({ id, text, good }) => (
        <div key={id} role="alert" className="bn-toast" data-good={good}>
          {text}
        </div>
      ))}
    </div>
  )
}
