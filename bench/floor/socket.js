// In the page's own world, before its scripts: hears who calls by SIP on any of its sockets.
window.WebSocket = class extends WebSocket {
  constructor(...given) {
    super(...given);
    this.addEventListener('message', ({ data }) => {
      if (typeof data !== 'string') return;
      const method = data.slice(0, data.indexOf(' '));
      if (method !== 'INVITE' && method !== 'CANCEL') return;
      const number = /^From:.*<sip:([^@]+)@/m.exec(data)?.[1];
      document.dispatchEvent(new CustomEvent('floor-sip', { detail: `${method} ${number}` }));
    });
  }
};
