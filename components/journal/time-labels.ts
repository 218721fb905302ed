const DAY = 86_400

/** What stands at a chart's axis of time, in the trader's language. Under the first time of a day stands the day. */
export const timeLabels = (language: string) => {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options)
  const clock = format({ timeStyle: 'short' })
  const fine = format({ timeStyle: 'medium' })
  const day = format({ month: 'short', day: 'numeric' })
  /** Both in seconds. Between two seconds nothing is written. */
  return (times: readonly number[], step: number): string[] => {
    let before = ''
    return times.map((at) => {
      if (!Number.isInteger(at)) return ''
      const today = day.format(at * 1_000)
      const isNew = today !== before
      before = today
      if (step >= DAY) return today
      const time = (step < 60 ? fine : clock).format(at * 1_000)
      return isNew ? `${time}\n${today}` : time
    })
  }
}
