import type { ComponentChildren } from 'preact'

type Props = {
  /** Of its control. */
  id: string
  label: string
  why: string
  /** Names it to tests and styles. */
  data: Readonly<Record<`data-${string}`, string>>
  /** What it is set to, and what is wrong with that. */
  children: ComponentChildren
}

/** A setting: its name, what it is set to, and why. */
export const Setting = ({ id, label, why, data, children }: Props) => (
  <div class="setting" {...data}>
    <label for={id}>{label}</label>
    {children}
    <p class="why" id={`${id}-why`}>
      {why}
    </p>
  </div>
)
