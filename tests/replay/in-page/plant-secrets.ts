const SECRET = 'Secret 77112233'

const field = (tag: string, attributes: Record<string, string> = {}): HTMLElement => {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.textContent = SECRET
  return made
}

/** What is somebody's own: typed into every kind of field, said of every element, and greeted by name at the top. */
export const plantSecrets = (): void => {
  for (const element of document.querySelectorAll('body *')) {
    for (const name of ['title', 'aria-label', 'alt', 'data-user', 'href', 'placeholder']) {
      element.setAttribute(name, SECRET)
    }
  }
  for (const input of document.querySelectorAll('input')) {
    if (['radio', 'checkbox'].includes(input.type)) continue
    input.value = SECRET
    input.setAttribute('value', SECRET)
  }
  const widgets = document.querySelectorAll('.react-grid-item')
  for (const widget of widgets.length > 0 ? widgets : document.body.children) {
    widget.append(
      field('textarea'),
      field('div', { contenteditable: 'true' }),
      field('div', { contenteditable: '' }),
      field('div', { role: 'textbox' }),
      field('script', { type: 'text/plain' }),
    )
  }
  const top = document.querySelector('header') ?? document.body
  top.append(field('span'))
  const message = document.createElement('p')
  message.textContent = `${SECRET}, me@secret.example`
  top.prepend(message)
}
