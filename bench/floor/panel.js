const head = document.querySelector('#name');
chrome.runtime.onMessage.addListener(({ type, name }) => {
  if (type === 'show') head.textContent = name;
});
