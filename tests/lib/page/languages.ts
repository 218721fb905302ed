import { type Cells, futuresPage, goodRow, HEADERS } from './futures-page'

type Words = {
  tabs: readonly [string, string, string]
  perpetual: string
  isolated: string
  noPosition: string
  /** In the order of the page, one spelling each. */
  columns: Partial<Record<(typeof HEADERS)[number], string>>
}

const latin = { 'PNL(ROI %)': 'PNL (ROI %)', 'TP/SL': 'TP/SL' } as const

/** How the page speaks, one spelling of each word: from what witnesses printed, not from lib/page. */
export const languages: Readonly<Record<string, Words>> = {
  'zh-CN': {
    tabs: ['仓位', '当前委托', '历史委托'],
    perpetual: '永续',
    isolated: '逐仓',
    noPosition: '暂无仓位。',
    columns: {
      Symbol: '合约',
      Size: '数量',
      'Entry Price': '开仓均价',
      'Break Even Price': '损益两平价',
      'Mark Price': '标记价格',
      'Liq.Price': '强平价格',
      'Margin Ratio': '保证金比率',
      Margin: '保证金',
      'PNL(ROI %)': '收益额(回报率)',
      'TP/SL': '止盈/止损',
    },
  },
  'zh-TC': {
    tabs: ['倉位', '當前委託', '歷史委託'],
    perpetual: '永續',
    isolated: '逐倉',
    noPosition: '您目前沒有倉位。',
    columns: {
      Symbol: '合約',
      Size: '數量',
      'Entry Price': '開倉價格',
      'Break Even Price': '損益兩平價',
      'Mark Price': '標記價格',
      'Liq.Price': '強平價格',
      'Margin Ratio': '保證金比率',
      Margin: '保證金',
      'PNL(ROI %)': '盈虧(投報率)',
    },
  },
  ru: {
    tabs: ['Позиции', 'Открытые ордера', 'История ордеров'],
    perpetual: 'Бесср.',
    isolated: 'Изолированная',
    noPosition: 'У вас нет позиций.',
    columns: {
      ...latin,
      Symbol: 'Символ',
      Size: 'Размер',
      'Entry Price': 'Цена входа',
      'Break Even Price': 'Цена безубыточности',
      'Mark Price': 'Цена маркировки',
      'Liq.Price': 'Ожид. цена ликвид.',
      'Margin Ratio': 'Коэф. маржи',
      Margin: 'Маржа',
    },
  },
  tr: {
    tabs: ['Pozisyonlar', 'Açık Emirler', 'Emir Geçmişi'],
    perpetual: 'Sürekli',
    isolated: 'İzole',
    noPosition: 'Pozisyonunuz yok.',
    columns: {
      ...latin,
      Symbol: 'Sembol',
      Size: 'Boyut',
      'Entry Price': 'Giriş Fiyatı',
      'Break Even Price': 'Başa Baş Fiyatı',
      'Mark Price': 'İşaret Fiyatı',
      'Liq.Price': 'Likidasyon Fiyatı',
      'Margin Ratio': 'Marjin Oranı',
      Margin: 'Teminat',
    },
  },
  vi: {
    tabs: ['Vị thế', 'Giao dịch đang chờ khớp lệnh', 'Lịch sử lệnh'],
    perpetual: 'Vĩnh cửu',
    isolated: 'Cô lập',
    noPosition: 'Bạn không có vị thế nào.',
    columns: {
      ...latin,
      Symbol: 'Mã',
      Size: 'Kích thước',
      'Entry Price': 'Giá vào lệnh',
      'Break Even Price': 'Giá hòa vốn',
      'Mark Price': 'Giá đánh dấu',
      'Liq.Price': 'Giá thanh lí',
      'Margin Ratio': 'Tỉ lệ Margin',
      Margin: 'Margin',
    },
  },
  es: {
    tabs: ['Posiciones', 'Órdenes abiertas', 'Historial de órdenes'],
    perpetual: 'Perp',
    isolated: 'aislado',
    noPosition: 'No tienes ninguna posición.',
    columns: {
      ...latin,
      Symbol: 'Símbolo',
      Size: 'Tamaño',
      'Entry Price': 'Precio de entrada',
      'Break Even Price': 'Precio de equilibrio',
      'Mark Price': 'Precio de marca',
      'Liq.Price': 'Precio de liq.',
      'Margin Ratio': 'Ratio de margen',
      Margin: 'Margen',
    },
  },
  'pt-BR': {
    tabs: ['Posições', 'Ordens abertas', 'Histórico de ordens'],
    perpetual: 'Perp',
    isolated: 'isolada',
    noPosition: 'Você não tem nenhuma posição.',
    columns: {
      ...latin,
      Symbol: 'Símbolo',
      Size: 'Tamanho',
      'Entry Price': 'Preço de Entrada',
      'Break Even Price': 'Preço de equilíbrio',
      'Mark Price': 'Preço de Marcação',
      'Liq.Price': 'Preço de Liq.',
      'Margin Ratio': 'Taxa de margem',
      Margin: 'Margem',
    },
  },
  ko: {
    tabs: ['포지션', '미체결 주문', '주문 내역'],
    perpetual: '무기한',
    isolated: '격리',
    noPosition: '보유 중인 포지션이 없습니다.',
    columns: {
      Symbol: '코인종류',
      Size: '사이즈',
      'Entry Price': '진입가',
      'Break Even Price': '손익분기가',
      'Mark Price': '현재가',
      'Liq.Price': '청산가',
      'Margin Ratio': '마진율',
      Margin: '증거금',
      'PNL(ROI %)': '미실현수익(수익률 %)',
    },
  },
}

type SpokenPage = {
  /** Decides the words. */
  language: string
  path?: string
  lang?: string
  change?: (row: Cells) => Cells
  empty?: boolean
}

/** The usual page, one row, in another language. */
export const spokenPage = ({
  language,
  path = `/${language}/futures/BTCUSDT`,
  lang = '',
  change = (row) => row,
  empty = false,
}: SpokenPage): Document => {
  const words = languages[language]
  if (words === undefined) throw new Error(`no words for ${language}`)
  const headers = HEADERS.map((header) => words.columns[header] ?? header)
  const row = change({
    ...goodRow,
    Symbol: `<span>BTCUSDT</span><span>${words.perpetual}</span><span>20x</span>`,
    Margin: `<div>59.43 USDT</div><div>(${words.isolated})</div>`,
  })
  const translated = Object.fromEntries(
    HEADERS.map((header) => [words.columns[header] ?? header, row[header] ?? '']),
  )
  return futuresPage({
    path,
    lang,
    headers,
    tabs: words.tabs,
    rows: empty ? [] : [translated],
    declared: empty ? null : 1,
    pane: empty ? `<div>${words.noPosition}</div>` : '',
    card: '',
  })
}
