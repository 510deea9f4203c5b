// Runs in every page that paints a name: tells when the name was painted, by the first task after the frame in which it is
// in the document. Milliseconds since the epoch, of the clock that the host page reads too. A page has places, each a
// selector; a place is told when the text of its first element is one that is waited for.
(() => {
  const { side, places, begins = '^Bench ' } = document.currentScript.dataset;
  const wanted = new RegExp(begins);
  const began = performance.timeOrigin;
  const all = Object.entries(JSON.parse(places)).map(([where, selector]) => ({ where, selector, last: '' }));
  const tell = (body) => fetch('__DESK__/told', { method: 'POST', mode: 'no-cors', body });
  const look = () => {
    for (const place of all) {
      const name = document.querySelector(place.selector)?.textContent?.trim() ?? '';
      if (name === place.last) continue;
      place.last = name;
      if (!wanted.test(name)) continue;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          const at = performance.timeOrigin + performance.now();
          tell(JSON.stringify({ side, where: place.where, name, at, began }));
        };
        port2.postMessage(null);
      });
    }
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
})();
