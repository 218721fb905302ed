// One query of the whole table for each single mutation in it.
new MutationObserver((mutations) => {
  for (const { target } of mutations) {
    const element = target instanceof Element ? target : target.parentElement
    if (element?.closest('#POSITIONS')) showRows(readRows())
  }
}).observe(document.body, { subtree: true, childList: true, characterData: true })
