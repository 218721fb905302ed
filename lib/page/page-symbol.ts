/** The contract that the address names; `null`: it names none, or in a way that no address should. */
export const pageSymbol = ({ location }: Document): string | null => {
  const name = /\/(?:futures|delivery)\/([^/?#]+)/.exec(location.pathname)?.[1]
  try {
    return name === undefined ? null : decodeURIComponent(name)
  } catch {
    return null
  }
}
