// In the page around the widget.
const { src } = document.currentScript;
const frame = document.createElement('iframe');
frame.style.cssText = 'border:0;width:100%;height:100%';
frame.src = new URL('widget.html', src);
document.querySelector('#crm').append(frame);
addEventListener('message', ({ source, data }) => {
  if (source === window) frame.contentWindow.postMessage(data, new URL(src).origin);
});
