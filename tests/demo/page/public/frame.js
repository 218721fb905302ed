// The first script of every page of the extension in the demo: gives it the browser that the demo's page keeps in
// memory. Opened by itself, such a page has none, and leads to the demo.
{
  const { kind, demo } = globalThis.document.currentScript.dataset
  const { connectFrame } = globalThis.parent
  if (connectFrame === undefined) globalThis.location.replace(demo)
  else connectFrame(globalThis, kind)
}
