// Put before a script of Ringside's in the copy that is measured with `--marks`: tells when what is asked of the browser
// began and was answered, and what went over Ports. It changes nothing else, and costs some time by itself.
{
  const place = '__PLACE__';
  const desk = '__DESK__';
  const send = globalThis.fetch.bind(globalThis);
  const found = [];
  let timer;
  const mark = (what) => {
    found.push({ place, what, at: performance.timeOrigin + performance.now() });
    clearTimeout(timer);
    timer = setTimeout(() => {
      const body = JSON.stringify(found.splice(0));
      send(`${desk}/marks`, { method: 'POST', mode: 'no-cors', body }).catch(() => {});
    }, 100);
  };

  const done = new WeakMap();
  /** Replaces a function of an object once, where it is there. */
  const replace = (object, name, make) => {
    if (typeof object?.[name] !== 'function' || done.get(object)?.has(name)) return;
    done.set(object, (done.get(object) ?? new Set()).add(name));
    object[name] = make(object[name]);
  };
  const around = (object, name, what) =>
    replace(
      object,
      name,
      (own) =>
        function (...given) {
          mark(`${what} begins`);
          const result = Reflect.apply(own, this, given);
          if (typeof result?.then === 'function')
            result.then(
              () => mark(`${what} done`),
              () => {},
            );
          return result;
        },
    );

  const typeOf = (message) => (typeof message?.type === 'string' ? ` ${message.type}` : '');
  const watchPort = (port) => {
    replace(port, 'postMessage', (own) => (message) => {
      mark(`tells ${port.name}${typeOf(message)}`);
      Reflect.apply(own, port, [message]);
    });
    replace(
      port.onMessage,
      'addListener',
      (own) => (listener) =>
        Reflect.apply(own, port.onMessage, [
          (message, from) => {
            mark(`hears ${port.name}${typeOf(message)}`);
            listener(message, from);
          },
        ]),
    );
    return port;
  };

  mark('script begins');
  replace(globalThis, 'fetch', (own) => (...given) => {
    const isOurs = String(given[0]).startsWith(desk);
    if (!isOurs) mark('fetch begins');
    const reply = own.apply(globalThis, given);
    if (!isOurs)
      reply.then(
        () => mark('fetch done'),
        () => {},
      );
    return reply;
  });
  if (globalThis.SubtleCrypto)
    for (const name of ['decrypt', 'encrypt', 'sign', 'digest', 'importKey', 'deriveKey'])
      around(SubtleCrypto.prototype, name, name);
  const asks = [
    [globalThis.IDBFactory, ['open']],
    [globalThis.IDBObjectStore, ['get', 'getAll', 'put']],
    [globalThis.IDBIndex, ['get', 'getAll', 'openCursor']],
  ];
  for (const [kind, names] of asks)
    for (const name of kind ? names : [])
      replace(
        kind.prototype,
        name,
        (own) =>
          function (...given) {
            const of = String(name === 'open' ? given[0] : this.name);
            mark(`database ${name} ${of} begins`);
            const request = Reflect.apply(own, this, given);
            request.addEventListener('success', () => mark(`database ${name} ${of} done`));
            return request;
          },
      );
  for (const api of [globalThis.chrome, globalThis.browser]) {
    for (const area of ['session', 'local'])
      for (const name of ['get', 'set']) around(api?.storage?.[area], name, `storage.${area}.${name}`);
    around(api?.alarms, 'create', 'alarms.create');
    around(api?.action, 'setBadgeText', 'setBadgeText');
    around(api?.permissions, 'contains', 'permissions.contains');
    around(api?.scripting, 'getRegisteredContentScripts', 'registered scripts');
    replace(api?.runtime, 'connect', (own) => (...given) => {
      mark('connects');
      return watchPort(Reflect.apply(own, api.runtime, given));
    });
    replace(
      api?.runtime?.onConnect,
      'addListener',
      (own) => (listener) => Reflect.apply(own, api.runtime.onConnect, [(port) => listener(watchPort(port))]),
    );
  }
}
