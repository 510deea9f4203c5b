// Put before a script of Ringside's in the copy that is measured with `--slow=…`: makes one thing slower or larger by an
// amount, so as to see whether the gates notice. Names and amounts are in slownesses.ts.
{
  const place = '__PLACE__';
  const amounts = '__AMOUNTS__';
  const busy = (ms) => {
    const until = performance.now() + ms;
    while (performance.now() < until);
  };
  /** Has something done before each call of these functions. */
  const before = (object, names, work) => {
    for (const name of names) {
      const own = object[name];
      object[name] = function (...given) {
        work(this, given);
        return Reflect.apply(own, this, given);
      };
    }
  };
  /** Hears what comes over a Port before its listeners do. */
  const hearing = (port, work) =>
    before(port.onMessage, ['addListener'], (_, given) => {
      const [listener] = given;
      given[0] = (message, from) => {
        work(message);
        listener(message, from);
      };
    });
  const ways = {
    /** Milliseconds before the script. */
    begin: busy,
    /** Milliseconds before each read of a database. */
    read: (ms) => before(IDBObjectStore.prototype, ['get'], () => busy(ms)),
    /** Counts all rows, so many times, before each read. */
    count: (times) =>
      before(IDBObjectStore.prototype, ['get'], (store) => {
        for (let turn = 0; turn < times; turn += 1) store.count();
      }),
    /** So many requests more at each read and each request. */
    ask(times) {
      const own = globalThis.fetch.bind(globalThis);
      const more = () => {
        for (let turn = 0; turn < times; turn += 1) own('__CRM__/api/session').catch(() => {});
      };
      before(IDBObjectStore.prototype, ['get'], more);
      before(globalThis, ['fetch'], more);
    },
    /** Milliseconds at each message of a Port that this script opened. */
    hear: (ms) => {
      const own = chrome.runtime.connect;
      chrome.runtime.connect = (...given) => {
        const port = Reflect.apply(own, chrome.runtime, given);
        hearing(port, () => busy(ms));
        return port;
      };
    },
    /** Milliseconds for each live interaction at each message of a host page. */
    live(ms) {
      const known = new Set();
      before(chrome.runtime.onConnect, ['addListener'], (_, given) => {
        const [listener] = given;
        given[0] = (port) => {
          hearing(port, ({ type, batch = [] }) => {
            if (type !== 'events') return;
            for (const { event } of batch) {
              const { id, state } = event?.interaction ?? {};
              if (state === 'finished') known.delete(id);
              else if (id !== undefined) known.add(id);
            }
            busy(known.size * ms);
          });
          listener(port);
        };
      });
    },
    /** Milliseconds for each element that is put into the page. */
    draw: (ms) =>
      before(Node.prototype, ['insertBefore', 'appendChild'], (_, [node]) => node.nodeType === 1 && busy(ms)),
    /** Pixels that everything moves down by, a while after something was drawn. */
    move(pixels) {
      let timer;
      new MutationObserver(() => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          const { style } = document.body;
          style.paddingTop = style.paddingTop === '0px' || style.paddingTop === '' ? `${pixels}px` : '0px';
        }, 80);
      }).observe(document, { subtree: true, childList: true });
    },
    /** Milliseconds for each change of the page. */
    watch: (ms) =>
      new MutationObserver((records) => busy(records.length * ms)).observe(document, {
        subtree: true,
        childList: true,
      }),
    /** Milliseconds for each message of a socket. */
    socket(ms) {
      const Own = WebSocket;
      globalThis.WebSocket = class extends Own {
        constructor(...given) {
          super(...given);
          this.addEventListener('message', () => busy(ms));
        }
      };
    },
    /** Bytes that stay on the heap. */
    keep: (bytes) => {
      globalThis[Symbol.for('kept')] = Array.from({ length: bytes / 16 }, (_, index) => index + 0.5);
    },
  };
  for (const [way, amount] of Object.entries(amounts[place] ?? {})) ways[way](amount);
}
