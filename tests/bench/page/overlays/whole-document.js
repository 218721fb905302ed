// One observer over the whole document; at each batch of mutations everything is read again.
new MutationObserver(() => showRows(readRows())).observe(document.body, {
  subtree: true,
  childList: true,
  characterData: true,
})
