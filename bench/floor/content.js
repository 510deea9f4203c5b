// Hears the host page and has the name painted where the event asks for it: `page` (here), `panel`, or `frame`, which is
// made for this pop; `fields` is the panel with all that is known.
let name;
let frame;

addEventListener('message', ({ source, data }) => {
  if (source !== window || data?.protocol !== 'ringside' || data.type !== 'interaction') return;
  const { state, clientId, attributes } = data.interaction;
  if (state === 'offered') ring(clientId.value, attributes.surface);
  else end(attributes.surface);
});

document.addEventListener('floor-sip', ({ detail }) => {
  const [method, number] = detail.split(' ');
  if (method === 'INVITE') ring(number, 'panel');
  else end('panel');
});

async function ring(number, surface) {
  if (surface === 'frame') frame = makeFrame(number);
  else {
    const contact = await chrome.runtime.sendMessage({ type: 'ring', number, surface });
    if (surface === 'page') showHere(contact.name);
  }
}

function showHere(text) {
  name ??= document.body.appendChild(document.createElement('p'));
  name.id = 'name';
  name.textContent = text;
}

function makeFrame(number) {
  const made = document.createElement('iframe');
  made.style.cssText = 'position:fixed;inset:auto 24px 24px auto;width:340px;height:180px;border:0';
  made.src = `${chrome.runtime.getURL('card.html')}#${number}`;
  return document.documentElement.appendChild(made);
}

function end(surface) {
  if (surface === 'page') name?.remove();
  if (surface === 'frame') frame?.remove();
  if (surface === 'page') name = undefined;
  if (surface === 'panel' || surface === 'fields') chrome.runtime.sendMessage({ type: 'end' });
}
