import type { Column } from '../../../view.ts'
import { store } from '../../store.ts'
import { cssHash } from '../css-hash.ts'
import { Pane } from '../Pane.tsx'
import { paneIds, tabTestIds } from '../pane-ids.ts'
import type {
  CheckboxProps,
  FrameProps,
  HeaderProps,
  Skin,
  SmallTabProps,
  TabProps,
} from '../skin.ts'
import { Button, Field, Modal } from './parts.tsx'
import { Row } from './Row.tsx'

/** No Break Even column, and one column for TP/SL. */
const columns: readonly Column[] = [
  'symbol',
  'size',
  'entryPrice',
  'markPrice',
  'liquidationPrice',
  'marginRatio',
  'margin',
  'pnl',
  'close',
  'positionStops',
]

const PanelTab = ({ tab, word, count, selected, onSelect }: TabProps) => (
  <div
    id={`tab-${paneIds[tab]}`}
    data-testid={tabTestIds[tab]}
    className={`${cssHash(selected ? 'tab-active' : 'tab', store.view)} tab ${selected ? 'active' : ''}`}
    onClick={onSelect}
  >
    <span>{`${word}${count}`}</span>
  </div>
)

const SmallTab = ({ word, selected, onSelect, id }: SmallTabProps) => (
  <span
    id={id}
    className={`${cssHash('small-tab', store.view)} tab ${selected ? 'active' : ''}`}
    onClick={onSelect}
  >
    {word}
  </span>
)

const HideOthers = ({ checked, label, onToggle }: CheckboxProps) => (
  <label className={`filters ${cssHash('filters', store.view)}`}>
    <input type="checkbox" name="hideOtherSymbol" checked={checked} onChange={onToggle} />
    <span>{label}</span>
  </label>
)

const Frame = ({ width, header, children }: FrameProps) => (
  <div data-testid="positionTableInfo" className="scroller">
    <div
      className={cssHash('table', store.view)}
      style={{ width, minWidth: '100%', height: '100%' }}
    >
      {header}
      {children}
    </div>
  </div>
)

const Header = ({ columns: shown, view, onClose }: HeaderProps) => (
  <div
    {...{ name: 'header' }}
    className={`position-row header ${cssHash('header', view)} ${view.extraHeaderCells ? 'bare' : ''}`}
  >
    {view.extraHeaderCells && <div className="mark">#</div>}
    {shown.map(({ key, column, title, width }) => (
      <div key={key} style={{ width }}>
        {column === 'close' ? (
          <a className="close-all" onClick={() => onClose('all')}>
            {title}
          </a>
        ) : (
          <span className="title">{title}</span>
        )}
      </div>
    ))}
    {view.extraHeaderCells && <div className="mark">#</div>}
  </div>
)

export const skin2022: Skin = {
  columns,
  titles: ({ columns: words, closeAllPositions, stops }) => ({
    ...words,
    pnl: words.pnl.replace('ROI', 'ROE'),
    close: closeAllPositions,
    positionStops: stops,
  }),
  PanelTab,
  SmallTab,
  Pane,
  HideOthers,
  Frame,
  Header,
  Row,
  listClass: (part, view) => (part === 'list-container' ? `${part} ${cssHash(part, view)}` : part),
  Button,
  Field,
  Modal,
  adjustBy: 'drop-down',
}
