export type Tab = { frame: HTMLIFrameElement; close: () => void }

type TabOptions = { url: string; title: string; isClosable: boolean }

/** How often a tab's title is looked at: pages change it when they like. */
const LOOK_MS = 500

const button = (text: string): HTMLButtonElement => {
  const made = document.createElement('button')
  made.type = 'button'
  made.textContent = text
  return made
}

/** A browser's row of tabs: each is a frame, and one of them is in front. */
export const tabRow = (row: Element, frames: Element) => {
  const tabs: { frame: HTMLIFrameElement; title: HTMLButtonElement }[] = []

  const bringToFront = (frame: HTMLIFrameElement): void => {
    for (const tab of tabs) {
      tab.frame.classList.toggle('in-front', tab.frame === frame)
      tab.title.setAttribute('aria-selected', String(tab.frame === frame))
    }
  }

  const open = ({ url, title, isClosable }: TabOptions): Tab => {
    const frame = document.createElement('iframe')
    frame.src = url
    frame.title = title
    const handle = document.createElement('span')
    handle.className = 'tab'
    const name = button(title)
    name.setAttribute('role', 'tab')
    name.addEventListener('click', () => {
      bringToFront(frame)
    })
    const timer = setInterval(() => {
      const own = frame.contentDocument?.title ?? ''
      name.textContent = own === '' ? title : own
    }, LOOK_MS)
    const close = () => {
      clearInterval(timer)
      handle.remove()
      frame.remove()
      tabs.splice(
        tabs.findIndex((tab) => tab.frame === frame),
        1,
      )
      const [first] = tabs
      if (first !== undefined) bringToFront(first.frame)
    }
    handle.append(name)
    if (isClosable) {
      const cross = button('×')
      cross.setAttribute('aria-label', 'Close the tab')
      cross.addEventListener('click', close)
      handle.append(cross)
    }
    row.append(handle)
    frames.append(frame)
    tabs.push({ frame, title: name })
    bringToFront(frame)
    return { frame, close }
  }

  return { open }
}
