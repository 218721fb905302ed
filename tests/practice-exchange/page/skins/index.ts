import type { View } from '../../view.ts'
import { skin2022 } from './2022/skin-2022.tsx'
import { skin2024 } from './2024/skin-2024.tsx'
import { skin2026 } from './2026/skin-2026.tsx'
import type { Skin } from './skin.ts'

const skins: Record<View['generation'], Skin> = {
  '2022': skin2022,
  '2024': skin2024,
  '2026': skin2026,
}

export const skinOf = ({ generation }: Pick<View, 'generation'>): Skin => skins[generation]
