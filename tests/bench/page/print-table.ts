const FIRST = 30
const OTHERS = 24

/** One line of a table: a title and its figures. */
export const line = (cells: readonly (string | number)[]): void => {
  console.log(
    cells
      .map((cell, at) => (at === 0 ? String(cell).padEnd(FIRST) : String(cell).padStart(OTHERS)))
      .join(''),
  )
}

export const percent = (share: number): string => (share * 100).toFixed(2)
export const whole = (value: number): string => value.toFixed(0)
export const tenths = (value: number): string => value.toFixed(1)
