import type { Place } from '@/lib/rules/layout'

export const placeStyle = ({ left, top, width, maxHeight }: Place) => ({
  left: `${String(left)}px`,
  top: `${String(top)}px`,
  width: `${String(width)}px`,
  maxHeight: `${String(maxHeight)}px`,
})
