/** Gives the trader a file of today, by the browser's own download. */
export const saveFile = (name: string, kind: 'json' | 'csv', now: number, content: Blob): void => {
  const day = new Date(now).toISOString().slice(0, 10)
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = `margin-brake-${name}-${day}.${kind}`
  link.click()
  // The download has its own hold on the content once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
