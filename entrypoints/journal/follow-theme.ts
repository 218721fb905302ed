/** Dark or light, as the system is, now and whenever that changes. */
export const followTheme = (onTheme: (theme: 'dark' | 'light') => void): void => {
  const light = matchMedia('(prefers-color-scheme: light)')
  const apply = () => {
    const theme = light.matches ? 'light' : 'dark'
    document.documentElement.dataset['theme'] = theme
    onTheme(theme)
  }
  light.addEventListener('change', apply)
  apply()
}
