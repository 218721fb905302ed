import type { ComponentType, ReactNode } from 'react'
import type { Column, Tab, View } from '../../view.ts'
import type { PrintedRow } from '../positions/printed-row.ts'
import type { ShownColumn } from '../positions/shown-column.ts'
import type { Words } from '../words/index.ts'

export type TabProps = {
  tab: Tab
  /** "Positions", and what is printed behind it: "(2)". */
  word: string
  count: string
  selected: boolean
  onSelect: () => void
}

/** A tab of the order form, of a dialog, or inside a pane. */
export type SmallTabProps = {
  word: string
  selected: boolean
  onSelect: () => void
  /** "LIMIT", "MARKET": what the order types are called behind the scenes. */
  tabKey?: string
  id?: string
}

export type PaneProps = { tab: Tab; selected: boolean; children: ReactNode }

export type CheckboxProps = { checked: boolean; label: string; onToggle: () => void }

export type FrameProps = { width: number; header: ReactNode; children: ReactNode }

export type HeaderProps = { columns: readonly ShownColumn[]; view: View; onClose: HeaderAction }
export type HeaderAction = (which: 'all' | 'winning') => void

export type RowProps = {
  row: PrintedRow
  columns: readonly ShownColumn[]
  overrides: Partial<Record<Column, string>> | undefined
  view: View
  words: Words
}

export type ButtonProps = {
  tone: 'plain' | 'text' | 'primary' | 'buy' | 'sell'
  onClick: () => void
  children: ReactNode
  role?: string
}

export type FieldProps = {
  /** "unitAmount-1": the id of the input, or what its name was made from. */
  name: string
  label: string
  value: string
  onChange: (text: string) => void
  children?: ReactNode
}

export type ModalProps = {
  title: string
  closeLabel: string
  onClose: () => void
  children: ReactNode
}

/** One generation of the page: which columns it has, and the markup of everything a reader may touch. */
export type Skin = {
  columns: readonly Column[]
  titles: (words: Words) => Record<Column, string>
  PanelTab: ComponentType<TabProps>
  SmallTab: ComponentType<SmallTabProps>
  Pane: ComponentType<PaneProps>
  HideOthers: ComponentType<CheckboxProps>
  Frame: ComponentType<FrameProps>
  Header: ComponentType<HeaderProps>
  Row: ComponentType<RowProps>
  /** Class of a part of the virtualised list; its name is what the exchange's own component calls it. */
  listClass: (part: ListPart, view: View) => string
  Button: ComponentType<ButtonProps>
  Field: ComponentType<FieldProps>
  Modal: ComponentType<ModalProps>
  /** Adjust Margin: tabs, or a drop-down as in older builds. */
  adjustBy: 'tabs' | 'drop-down'
}

export type ListPart =
  'list-container' | 'list-auto-sizer' | 'fixed-size-list' | 'list-item-container'
