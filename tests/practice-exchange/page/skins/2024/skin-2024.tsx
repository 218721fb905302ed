import { allColumns, type Column } from '../../../view.ts'
import { BnButton, BnField, BnModal } from '../bn-ui.tsx'
import { cssHash } from '../css-hash.ts'
import { HideOthers } from '../HideOthers.tsx'
import { Pane } from '../Pane.tsx'
import { tabTestIds } from '../pane-ids.ts'
import type { FrameProps, HeaderProps, Skin, SmallTabProps, TabProps } from '../skin.ts'
import { Row } from './Row.tsx'

const later: readonly Column[] = ['funding', 'pnlClose', 'reverse']

/** Which tab is in front is told by a colour and a line below it. */
const PanelTab = ({ tab, word, count, selected, onSelect }: TabProps) => (
  <div
    id={`${tabTestIds[tab]}----!!!`}
    data-testid={tabTestIds[tab]}
    className={`draggableCancel text-[14px] relative cursor-pointer ${selected ? 'text-PrimaryText' : 'text-TertiaryText'}`}
    onClick={onSelect}
  >
    {`${word}${count}`}
    {selected && <div className="tab-line bg-Accent" />}
  </div>
)

const SmallTab = ({ word, selected, onSelect, tabKey, id }: SmallTabProps) => (
  <div
    id={id}
    data-tab-key={tabKey}
    className={`bn-tab__text cursor-pointer ${selected ? 'text-PrimaryText active' : 'text-TertiaryText'}`}
    onClick={onSelect}
  >
    {word}
  </div>
)

const Frame = ({ width, header, children }: FrameProps) => (
  <div id="position-pc" className="scroller">
    <div className="flex flex-col h-full" style={{ width, minWidth: '100%' }}>
      {header}
      {children}
    </div>
  </div>
)

const SortIcon = () => (
  <svg width="8" height="10" viewBox="0 0 8 10" className="ml-[2px] text-TertiaryText">
    <path d="M1 4 L4 1 L7 4 M1 6 L4 9 L7 6" fill="none" stroke="currentColor" />
  </svg>
)

const Header = ({ columns, view, onClose }: HeaderProps) => (
  <div
    className={`flex items-center shrink-0 h-[28px] ${view.extraHeaderCells ? '' : 'pl-[16px]'}`}
  >
    {view.extraHeaderCells && (
      <div className="shrink-0 w-[16px]">
        <SortIcon />
      </div>
    )}
    {columns.map(({ key, column, title, width }) => (
      <div
        key={key}
        className="flex items-center shrink-0 cursor-pointer"
        style={{ width }}
        onClick={column === 'close' ? () => onClose('all') : undefined}
      >
        <div className="text-TertiaryText text-[12px] truncate">{title}</div>
        {column !== 'close' && <SortIcon />}
      </div>
    ))}
    {view.extraHeaderCells && (
      <div className="shrink-0 w-[16px]">
        <SortIcon />
      </div>
    )}
  </div>
)

export const skin2024: Skin = {
  columns: allColumns.filter((column) => !later.includes(column)),
  titles: ({ columns, closeAllPositions }) => ({ ...columns, close: closeAllPositions }),
  PanelTab,
  SmallTab,
  Pane,
  HideOthers,
  Frame,
  Header,
  Row,
  listClass: (part, view) =>
    part === 'list-container' ? `${part} ${cssHash(part, view)} flex-1 min-h-0` : part,
  Button: BnButton,
  Field: BnField,
  Modal: BnModal,
  adjustBy: 'tabs',
}
