// The first script of the exchange's page in the demo: gives it the address that it has at the exchange, which says
// what is shown there. Its files stay where they are, and a reload begins with them again.
{
  const { document, location, history } = globalThis
  const base = document.createElement('base')
  base.href = location.pathname
  document.head.prepend(base)
  if (location.hash !== '') history.replaceState(null, '', location.hash.slice(1))
}
