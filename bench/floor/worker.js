// One database, one read a pop; what is not there is asked of the CRM and kept.
const crm = '__CRM__';

const database = new Promise((resolve, reject) => {
  const opening = indexedDB.open('floor', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('contacts');
  opening.onsuccess = () => resolve(opening.result);
  opening.onerror = () => reject(opening.error);
});

chrome.runtime.onMessage.addListener((asked, _sender, answer) => {
  if (asked.type === 'end') {
    show('');
    return false;
  }
  if (asked.type === 'search') {
    ask('search', { query: asked.query }).then((contacts) => answer(contacts.map(({ name }) => name)));
    return true;
  }
  if (asked.type !== 'ring') return false;
  find(asked.number).then((contacts) => {
    const name = contacts.map((contact) => contact.name).join(', ');
    if (asked.surface === 'panel') show(name);
    if (asked.surface === 'fields') show(name, contacts[0].fields);
    answer({ name });
  });
  return true;
});

function show(name, fields = {}) {
  chrome.runtime.sendMessage({ type: 'show', name, fields }).catch(() => {});
}

async function find(number) {
  const store = (await database).transaction('contacts').objectStore('contacts');
  const found = await new Promise((resolve, reject) => {
    const reading = store.get(number);
    reading.onsuccess = () => resolve(reading.result);
    reading.onerror = () => reject(reading.error);
  });
  if (found) return found;
  const contacts = await ask('lookup', { identifier: { kind: 'phone', value: number } });
  (await database).transaction('contacts', 'readwrite').objectStore('contacts').put(contacts, number);
  return contacts;
}

async function ask(what, question) {
  const reply = await fetch(`${crm}/api/contacts/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(question),
  });
  return (await reply.json()).contacts;
}
