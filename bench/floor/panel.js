const [search, found, head, list] = document.querySelectorAll('#search, #found, #name, #fields');
const element = (tag, textContent) => Object.assign(document.createElement(tag), { textContent });

chrome.runtime.onMessage.addListener(({ type, name, fields }) => {
  if (type !== 'show') return;
  head.textContent = name;
  const all = Object.entries(fields).flatMap(([key, value]) => [element('dt', key), element('dd', value)]);
  list.replaceChildren(...all);
});

search.oninput = async () => {
  const names = await chrome.runtime.sendMessage({ type: 'search', query: search.value });
  found.replaceChildren(...names.map((name) => element('li', name)));
};
