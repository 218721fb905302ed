import { allColumns, allTabs } from '../../../view.ts'
import { BnButton, BnField, BnModal } from '../bn-ui.tsx'
import { HideOthers } from '../HideOthers.tsx'
import { Pane } from '../Pane.tsx'
import type { FrameProps, HeaderProps, Skin, SmallTabProps, TabProps } from '../skin.ts'
import { Row } from './Row.tsx'

const PanelTab = ({ tab, word, count, selected, onSelect }: TabProps) => (
  <div
    role="tab"
    className="bn-tab"
    aria-selected={selected}
    id={`bn-tab-${String(allTabs.indexOf(tab))}`}
    onClick={onSelect}
  >
    {word}
    {count}
  </div>
)

const SmallTab = ({ word, selected, onSelect, tabKey, id }: SmallTabProps) => (
  <div role="tab" id={id} data-tab-key={tabKey} aria-selected={selected} onClick={onSelect}>
    {word}
  </div>
)

const Frame = ({ width, header, children }: FrameProps) => (
  <div className="scroller">
    <div className="flex flex-col h-full" style={{ width, minWidth: '100%' }}>
      {header}
      {children}
    </div>
  </div>
)

const Gear = () => (
  <svg width="12" height="12" viewBox="0 0 12 12">
    <circle cx="6" cy="6" r="3.5" fill="none" stroke="currentColor" />
  </svg>
)

const Header = ({ columns, view, onClose }: HeaderProps) => (
  <div
    className={`flex items-center shrink-0 h-[28px] ${view.extraHeaderCells ? '' : 'pl-[16px]'}`}
  >
    {view.extraHeaderCells && (
      <div className="shrink-0 w-[16px] text-TertiaryText">
        <Gear />
      </div>
    )}
    {columns.map(({ key, column, title, width }) => (
      <div key={key} className="flex items-center shrink-0" style={{ width }}>
        {column === 'close' || column === 'pnlClose' ? (
          <div
            className="text-Accent typography-caption2 truncate cursor-pointer"
            onClick={() => onClose(column === 'close' ? 'all' : 'winning')}
          >
            {title}
          </div>
        ) : (
          <div className="text-TertiaryText text-[12px] truncate">{title}</div>
        )}
      </div>
    ))}
    {view.extraHeaderCells && (
      <div className="shrink-0 w-[16px] text-TertiaryText">
        <Gear />
      </div>
    )}
  </div>
)

const utilities = {
  'list-container': 'flex-1 min-h-0',
  'list-auto-sizer': 'relative',
  'fixed-size-list': 'thin-scroll',
  'list-item-container': 'border-t',
} as const

export const skin2026: Skin = {
  columns: allColumns,
  titles: ({ columns }) => columns,
  PanelTab,
  SmallTab,
  Pane,
  HideOthers,
  Frame,
  Header,
  Row,
  listClass: (part, { listClasses }) =>
    listClasses === 'kept' ? `${part} ${utilities[part]}` : utilities[part],
  Button: BnButton,
  Field: BnField,
  Modal: BnModal,
  adjustBy: 'tabs',
}
