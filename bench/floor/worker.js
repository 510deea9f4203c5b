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
    chrome.runtime.sendMessage({ type: 'show', name: '' }).catch(() => {});
    return false;
  }
  if (asked.type !== 'ring') return false;
  find(asked.number).then((contacts) => {
    const name = contacts.map((contact) => contact.name).join(', ');
    if (asked.surface === 'panel') chrome.runtime.sendMessage({ type: 'show', name });
    answer({ name });
  });
  return true;
});

async function find(number) {
  const store = (await database).transaction('contacts').objectStore('contacts');
  const found = await new Promise((resolve, reject) => {
    const reading = store.get(number);
    reading.onsuccess = () => resolve(reading.result);
    reading.onerror = () => reject(reading.error);
  });
  return found ?? ask(number);
}

async function ask(number) {
  const identifier = { kind: 'phone', value: number };
  const reply = await fetch(`${crm}/api/contacts/lookup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier }),
  });
  const { contacts } = await reply.json();
  (await database).transaction('contacts', 'readwrite').objectStore('contacts').put(contacts, number);
  return contacts;
}
