// Made for a pop: asks who it is.
const number = location.hash.slice(1);
chrome.runtime.sendMessage({ type: 'ring', number, surface: 'frame' }).then(({ name }) => {
  document.querySelector('#name').textContent = name;
});
