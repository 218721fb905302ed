import type { Dictionary } from './dictionary'
import { en } from './en'
import { es } from './es'
import { ko } from './ko'
import { moreWords } from './more'
import { orderDictionaries } from './order-words'
import { ptBr } from './pt-br'
import { ru } from './ru'
import { tr } from './tr'
import { vi } from './vi'
import { zhCn } from './zh-cn'
import { zhTw } from './zh-tw'

/** Everything that is known of any language; a language may have several. */
export const dictionaries: readonly Dictionary[] = [
  ...[en, zhCn, zhTw, ru, tr, vi, es, ptBr, ko],
  ...moreWords,
  ...orderDictionaries,
]
