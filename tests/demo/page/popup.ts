type PopupOptions = { button: HTMLElement; frames: Element; url: string }

/** The window under the extension's button: opens with it, and closes with a click anywhere else. */
export const popupUnder = ({ button, frames, url }: PopupOptions) => {
  let frame: HTMLIFrameElement | null = null

  const close = (): void => {
    frame?.remove()
    frame = null
    button.setAttribute('aria-expanded', 'false')
  }

  const open = (): void => {
    const opened = document.createElement('iframe')
    frame = opened
    opened.className = 'popup'
    opened.title = 'Margin Brake'
    opened.src = url
    opened.addEventListener('load', () => {
      const body = opened.contentDocument?.body
      if (body === undefined) return
      // As high as what is in it, up to what a browser allows.
      new ResizeObserver(() => {
        opened.style.height = `${String(body.scrollHeight)}px`
      }).observe(body)
      opened.focus()
    })
    frames.append(opened)
    button.setAttribute('aria-expanded', 'true')
  }

  button.addEventListener('click', () => {
    if (frame === null) open()
    else close()
  })
  return {
    close,
    /** A click in another frame, or the key that closes whatever is open. */
    watch: ({ window }: { window: Window }): void => {
      window.addEventListener('pointerdown', ({ target }) => {
        if (frame?.contentWindow !== window && !button.contains(target as Node)) close()
      })
      window.addEventListener('keydown', ({ key }) => {
        if (key === 'Escape') close()
      })
    },
  }
}
