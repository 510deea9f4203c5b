import type { SipStack } from './softphone-contract.ts';

function element<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The softphone page lacks #${id}`);
  // The pages beside this file name these elements.
  return found as T;
}

/** Wires a SIP library to the buttons of the page; `?ws=` is the SIP server and `?user=` whom to register. */
export async function softphone(stack: SipStack): Promise<void> {
  const query = new URLSearchParams(location.search);
  const state = element<HTMLOutputElement>('state');
  const detail = element<HTMLOutputElement>('detail');
  element('answer').onclick = () => stack.answer();
  element('hold').onclick = () => stack.hold();
  element('resume').onclick = () => stack.resume();
  element('hang-up').onclick = () => stack.hangUp();
  element('dial').onsubmit = (event) => {
    event.preventDefault();
    stack.call({ number: element<HTMLInputElement>('number').value });
  };
  await stack.register({ url: query.get('ws') ?? '', user: query.get('user') ?? 'agent' }, (now, why) => {
    state.value = now;
    detail.value = why;
  });
  window.softphone = { call: (call) => stack.call(call), media: () => stack.media() };
  element<HTMLOutputElement>('line').value = 'registered';
}
