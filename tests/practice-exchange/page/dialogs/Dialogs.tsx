import { store, useStore } from '../store.ts'
import { AdjustMargin } from './AdjustMargin.tsx'
import { PartialStopDialog } from './PartialStopDialog.tsx'
import { StopsDialog } from './StopsDialog.tsx'

/** The dialog that is open, if its position still is. */
export const Dialogs = () => {
  useStore(({ version }) => version)
  const { dialog, exchange } = store
  const position = exchange.account.positions.find(({ id }) => id === dialog?.id)
  if (dialog === null || position === undefined) return null
  switch (dialog.kind) {
    case 'margin':
      return <AdjustMargin key={position.id} position={position} />
    case 'stops':
      return <StopsDialog key={position.id} position={position} />
    case 'partial-stop':
      return <PartialStopDialog key={position.id} position={position} />
  }
}
