const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Colour types with an alpha channel: grey with alpha, and RGBA. */
const WITH_ALPHA = [4, 6]

export type PngSize = { width: number; height: number; hasAlpha: boolean }

/** What a PNG says of itself in its first chunk; `null`: it is none. */
export const readPngSize = (png: Buffer | null): PngSize | null => {
  if (png === null || png.length < 26 || !png.subarray(0, 8).equals(SIGNATURE)) return null
  return {
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
    hasAlpha: WITH_ALPHA.includes(png.readUInt8(25)),
  }
}
