export const blankPage = '<!doctype html><title>Blank</title>';

/** A page that desks show their calls in. */
export function tablePage(): string {
  const rows = Array.from({ length: 500 }, (_, row) => `<tr><td>${row}<td>Name ${row}<td>+44 20 7946 0000`);
  return `<!doctype html><title>Table</title><table>${rows.join('')}</table>`;
}

export const frameCount = 6;

/** A page of so many frames of its own origin, as desks are that were put together of several. */
export function framedPage(frame: string): string {
  return `<!doctype html><title>Frames</title>${`<iframe src="${frame}"></iframe>`.repeat(frameCount)}`;
}

/** Twenty changes every ten milliseconds, as a busy desk's page makes them. */
export function busyPage(): string {
  return `<!doctype html><title>Busy</title><ul></ul><script>
    const list = document.querySelector('ul');
    let turn = 0;
    setInterval(() => {
      for (let one = 0; one < 20; one += 1) {
        if (list.childElementCount > 100) list.firstElementChild.remove();
        else list.append(Object.assign(document.createElement('li'), { textContent: String(turn) }));
      }
      turn += 1;
    }, 10);
  </script>`;
}

/** Sends five messages every ten milliseconds to this echo (an http address), and hears as many. */
export function socketPage(echo: string): string {
  const message = { type: 'presence', users: 'x'.repeat(400) };
  return `<!doctype html><title>Socket</title><script>
    const socket = new WebSocket(${JSON.stringify(echo.replace('http', 'ws'))});
    const message = JSON.stringify(${JSON.stringify(message)});
    socket.onmessage = () => {};
    socket.onopen = () => setInterval(() => {
      for (let one = 0; one < 5; one += 1) socket.send(message);
    }, 10);
  </script>`;
}
