chrome.storage.local.get('hosts').then(({ hosts }) => {
  for (const host of hosts)
    document
      .querySelector('#hosts')
      .append(Object.assign(document.createElement('li'), { textContent: host }));
});
