// Signs an agent in for the widget that opened this window, and hands the token to it: by message, to this very origin.

const element = (id) => document.getElementById(id);
const form = element('form');
const email = element('email');
const password = element('password');
const button = element('submit');

// The widget that opened this window; of nobody else is anything asked, and nobody else hears of a token.
const opener = ownOpener();

if (opener === null) {
  form.hidden = true;
  element('lead').hidden = true;
  element('blocked').hidden = false;
} else {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    signIn();
  });
  // Until somebody listens, a click would send the form as a page of its own.
  button.disabled = false;
  if (document.documentElement.dataset.demo === 'true') await prefill();
  email.focus();
}

/** Null too where a page of another origin opened this window: it would only watch somebody type. */
function ownOpener() {
  try {
    return window.opener?.location.origin === window.location.origin ? window.opener : null;
  } catch {
    return null;
  }
}

async function prefill() {
  const demo = await (await fetch('/sign-in/prefill.json')).json();
  email.value = demo.email;
  password.value = demo.password;
  element('demo').hidden = false;
}

async function signIn() {
  say('');
  if (email.value.trim() === '' || password.value === '') return say(form.dataset.needed);
  button.disabled = true;
  try {
    const response = await fetch('/api/sign-in', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: email.value, password: password.value }),
      // The pass of this device, which keeps its agent an allowance of attempts; it opens nothing.
      credentials: 'same-origin',
    });
    if (!response.ok) return say(reason(response));
    const { token, agent } = await response.json();
    opener.postMessage({ type: 'ringside.token', token, agent }, window.location.origin);
    window.close();
  } catch {
    say(form.dataset.noAnswer);
  } finally {
    button.disabled = false;
  }
}

function reason(response) {
  if (response.status === 401) return form.dataset.wrong;
  if (response.status !== 429) return form.dataset.failed;
  const seconds = Number(response.headers.get('Retry-After')) || 60;
  return form.dataset.tooMany.replace('{seconds}', String(seconds));
}

function say(text) {
  element('error').textContent = text;
  if (text !== '') password.focus();
}
