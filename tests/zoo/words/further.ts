import type { Words } from '../../practice-exchange/page/words/index.ts'
import type { MoreWords } from './page-words.ts'

type Further = {
  tag: string
  words: Partial<Omit<Words, 'columns' | 'tabs'>> & {
    columns?: Partial<Words['columns']>
    tabs?: Partial<Words['tabs']>
  }
  more?: Partial<MoreWords>
}

/** What the exchange's support texts of other languages say (2019–2024); all else is English there. */
export const furtherLanguages: readonly Further[] = [
  {
    tag: 'sv',
    words: {
      tabs: { positions: 'Positioner' },
      columns: { markPrice: 'Märkpris', pnl: 'PNL (ROE %)' },
      isolated: 'Isolerad marginal',
      cross: 'Tvärmarginal',
      confirm: 'Bekräfta',
    },
    more: { lastPrice: 'Senaste pris' },
  },
  {
    tag: 'uk',
    words: {
      columns: { entryPrice: 'Ціна входу', liquidationPrice: 'Ціна ліквідації' },
      long: 'Лонг',
      short: 'Шорт',
      cross: 'Крос-маржа',
    },
  },
  {
    tag: 'pl',
    words: {
      columns: {
        symbol: 'Kontrakt',
        size: 'Wielkość',
        entryPrice: 'Cena Wejścia',
        markPrice: 'Cena Mark',
      },
      cross: 'Cross Margin',
      isolated: 'Izolowany Margin',
      confirm: 'Potwierdź',
    },
  },
  {
    tag: 'id',
    words: { columns: { entryPrice: 'Harga Entri', liquidationPrice: 'Harga Likuidasi' } },
  },
  {
    tag: 'ja',
    words: {
      tabs: { positions: 'ポジション' },
      columns: { entryPrice: 'エントリー価格', markPrice: 'マーク価格', margin: '証拠金' },
      maintenanceMargin: '維持証拠金',
    },
    more: { unrealizedPnl: '未実現 PNL' },
  },
  {
    tag: 'fr',
    words: {
      columns: { entryPrice: 'Prix d’entrée' },
      cross: 'Marge croisée',
      isolated: 'Marge isolée',
    },
  },
  {
    tag: 'es-LA',
    words: {
      columns: { entryPrice: 'Precio de entrada' },
      cross: 'Margen cruzado',
      isolated: 'Margen aislado',
    },
  },
  {
    tag: 'tr',
    words: {
      tabs: { positions: 'Pozisyonlar' },
      columns: { markPrice: 'Gösterge Fiyatı', pnl: 'PNL (%ROE)' },
      cross: 'Cross',
      isolated: 'İzole',
    },
    more: { lastPrice: 'Son Fiyat' },
  },
  {
    tag: 'ru-UA',
    words: { columns: { breakEvenPrice: 'Цена безубыточности', markPrice: 'Цена маркировки' } },
  },
  {
    tag: 'ko',
    words: {
      columns: {
        size: '포지션 사이즈',
        entryPrice: '진입가격',
        liquidationPrice: '청산가격',
        marginRatio: '마진비율',
        margin: '마진',
        pnl: 'PNL (ROI %)',
      },
      cross: '교차',
    },
  },
  {
    tag: 'vi',
    words: { columns: { liquidationPrice: 'Giá thanh lý', entryPrice: 'Giá vào lệnh' } },
    more: { lastPrice: 'Giá gần nhất' },
  },
]
