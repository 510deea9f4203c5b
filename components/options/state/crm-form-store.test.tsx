import { afterEach, describe, expect, it } from 'vitest';
import { createTestLink } from './create-test-link.ts';
import { createCrmForm } from './crm-form-store.ts';
import type { OptionsLink } from './options-link.ts';
import type { OptionsState } from './options-state.ts';

const before = 'https://before.example.com/';
const after = 'https://after.example.com/';
const saved = {
  ...{ id: 'example', connector: 'example', label: '', staySignedIn: false },
  settings: { baseUrl: before },
};

let last: { untouched(): unknown } | undefined;

/** Another CRM of the list, which no test may touch. */
const other = { ...saved, id: 'other', label: 'Other', settings: { baseUrl: 'https://other.example.com/' } };

const draft = { connector: 'example', label: '', hosts: [] };

/** The form over a CRM that is saved and signed in to, with another address and key typed; what happens is noted in order. */
function formWith(fails: Partial<OptionsLink> = {}, target = 'example') {
  const steps: string[] = [];
  const said: string[] = [];
  const { link: memory, seen } = createTestLink({
    settings: { crms: [other, saved] },
    granted: [`${before}*`, `${other.settings.baseUrl}*`],
    credential: { other: 'other key', example: 'former key' },
  });
  const noted =
    <Given extends unknown[], Reply>(name: string, step: (...given: Given) => Promise<Reply>) =>
    (...given: Given): Promise<Reply> => {
      steps.push(name);
      return step(...given);
    };
  const parts = { ...memory, ...fails };
  const link: OptionsLink = {
    ...parts,
    requestOrigins: noted('ask the browser', parts.requestOrigins),
    requestSignIn: noted('ask the browser', parts.requestSignIn),
    clearCredential: noted('forget the former key', parts.clearCredential),
    updateSettings: noted('save the address', parts.updateSettings),
    saveCredential: noted('keep the key', parts.saveCredential),
    removeOrigins: noted('give back permissions', parts.removeOrigins),
  };
  const state = (): OptionsState => ({
    settings: seen.settings,
    readOnly: false,
    granted: seen.granted,
    signedIn: new Set(seen.credentials.keys()),
  });
  const form = createCrmForm({
    link,
    target,
    state,
    save: (change) =>
      link.updateSettings(change).then(
        () => true,
        () => false,
      ),
    say: (text) => said.push(text),
    test: async () => {
      steps.push('test');
      return { ok: true, headline: 'Everything works' };
    },
    forgetTest: () => steps.push('forget the test'),
    focus: (key) => steps.push(`go to ${key}`),
  });
  const typed = { ...draft, values: { baseUrl: after }, credential: 'next key', stay: false };
  form.edit(typed);
  const now = () => seen.settings.crms.find(({ id }) => id === 'example');
  const untouched = () => ({
    settings: seen.settings.crms.filter(({ id }) => id === 'other'),
    credential: seen.credentials.get('other'),
    granted: seen.granted.has(`${other.settings.baseUrl}*`),
  });
  const granted = () => [...seen.granted].filter((pattern) => !pattern.startsWith(other.settings.baseUrl));
  const key = (id = 'example') => seen.credentials.get(id);
  last = { untouched };
  return { form, seen, steps, said, granted, key, address: () => now()?.settings.baseUrl };
}

afterEach(() => {
  expect(last?.untouched()).toEqual({ settings: [other], credential: 'other key', granted: true });
});

const no = async (): Promise<never> => {
  throw new Error('the browser refused');
};

describe('saving a CRM', () => {
  it('forgets the former key, saves the address, keeps the key, gives back permissions, tests', async () => {
    const { form, steps, said, address, key, granted } = formWith();
    await form.save();
    expect(steps).toEqual([
      'ask the browser',
      'forget the former key',
      'save the address',
      'keep the key',
      'give back permissions',
      'test',
    ]);
    expect([address(), key(), granted()]).toEqual([after, 'next key', [`${after}*`]]);
    expect([form.edited.value, said]).toEqual([null, ['Saved. Everything works.']]);
  });

  it('leaves the key alone where the CRM stays the same', async () => {
    const { form, steps, key, seen } = formWith();
    form.edit({ ...draft, values: { baseUrl: before }, credential: '', stay: true });
    await form.save();
    expect(steps).not.toContain('forget the former key');
    expect([key(), seen.stay]).toEqual(['former key', true]);
  });

  it('does nothing where the browser may not reach the address', async () => {
    const { form, steps, address, key } = formWith({ requestOrigins: async () => false });
    await form.save();
    expect(steps).toEqual(['ask the browser']);
    expect([address(), key()]).toEqual([before, 'former key']);
  });

  it('saves no other address while the former key is not forgotten', async () => {
    const { form, steps, said, address } = formWith({ clearCredential: no });
    await form.save();
    expect(steps).toEqual(['ask the browser', 'forget the former key']);
    expect([address(), said[0]]).toEqual([before, expect.stringContaining('Nothing was saved')]);
    expect(form.edited.value?.credential).toBe('next key');
  });

  it('keeps no key for an address that was not saved', async () => {
    const { form, steps, address, key } = formWith({ updateSettings: no });
    await form.save();
    expect(steps).toEqual(['ask the browser', 'forget the former key', 'save the address']);
    expect([address(), key()]).toEqual([before, undefined]);
    expect(form.edited.value?.credential).toBe('next key');
  });

  it('says so and keeps what was typed where the key is not kept, and tests nothing', async () => {
    const { form, steps, said, key } = formWith({ saveCredential: no });
    await form.save();
    expect(steps.slice(-2)).toEqual(['keep the key', 'give back permissions']);
    expect(said).toEqual([expect.stringContaining('refused to keep the key')]);
    expect([key(), form.edited.value?.credential]).toEqual([undefined, 'next key']);
  });

  it('is saved though the browser does not take its permission back', async () => {
    const { form, steps, said } = formWith({ removeOrigins: no });
    await form.save();
    expect(steps.at(-1)).toBe('test');
    expect(said).toEqual(['Saved. Everything works.']);
  });

  it('goes to what is wrong before anybody is asked', async () => {
    const { form, steps } = formWith();
    form.edit({ ...draft, values: { baseUrl: 'not an address' }, credential: 'k', stay: false });
    await form.save();
    expect([steps, Object.keys(form.errors.value)]).toEqual([['go to baseUrl'], ['baseUrl']]);
  });
});

describe('saving a new CRM', () => {
  const name = 'Second';

  it('forgets no key, and keeps the new one under an id of its own', async () => {
    const { form, steps, key, seen } = formWith({}, '');
    form.edit({ ...draft, label: name, values: { baseUrl: after }, credential: 'next key', stay: false });
    await form.save();
    expect(steps).toEqual([
      ...['ask the browser', 'save the address', 'keep the key', 'give back permissions', 'test'],
    ]);
    expect(form.target.value).toBe('example-2');
    expect([key(), key('example-2')]).toEqual(['former key', 'next key']);
    expect(seen.settings.crms.map(({ id }) => id)).toEqual(['other', 'example', 'example-2']);
    expect(seen.settings.crms[1]).toEqual(saved);
  });

  it('stays a new one while it is not saved', async () => {
    const { form, steps, key } = formWith({ updateSettings: no }, '');
    form.edit({ ...draft, label: name, values: { baseUrl: after }, credential: 'next key', stay: false });
    await form.save();
    expect(steps).toEqual(['ask the browser', 'save the address']);
    expect([form.target.value, key('example-2')]).toEqual(['', undefined]);
  });

  it('is refused where it is in the list already, or could not be told from another', async () => {
    const { form, steps } = formWith({}, '');
    const same = { ...draft, values: { baseUrl: other.settings.baseUrl }, credential: 'k', stay: false };
    form.edit({ ...same, label: name });
    await form.save();
    form.edit({ ...same, values: { baseUrl: after } });
    await form.save();
    expect(steps).toEqual(['go to crm', 'go to label']);
  });
});

describe('saving the name or the hosts of a CRM', () => {
  const besides = { ...draft, label: 'Renamed', hosts: ['https://desk.example.com'], stay: false };

  it('needs no key, and neither keeps nor tests one, while nobody is signed in to it', async () => {
    const { form, steps, seen } = formWith();
    seen.credentials.delete('example');
    form.edit({ ...besides, values: { baseUrl: before }, credential: '' });
    await form.save();
    expect(steps).toEqual(['ask the browser', 'save the address', 'give back permissions']);
    expect(seen.settings.crms[1]).toEqual({ ...saved, label: 'Renamed', hosts: besides.hosts });
    expect(form.edited.value).toBeNull();
  });

  it('needs one where the address changes too', async () => {
    const { form, steps, seen } = formWith();
    seen.credentials.delete('example');
    form.edit({ ...besides, values: { baseUrl: after }, credential: '' });
    await form.save();
    expect(steps).toEqual(['go to credential']);
  });
});

describe('the form of a CRM', () => {
  it('gives back what the browser was asked for in vain, and keeps what the saved CRM needs', async () => {
    const { form, steps, granted, seen } = formWith();
    await form.test();
    expect(seen.granted).toContain(`${after}*`);
    await form.discard();
    expect(steps.slice(-2)).toEqual(['forget the test', 'give back permissions']);
    expect(granted()).toEqual([`${before}*`]);
    expect(form.edited.value).toBeNull();
  });

  it('forgets a test of another CRM, and a sign-in that was made for other values', async () => {
    const { form, steps } = formWith();
    await form.signIn();
    form.edit({ ...draft, connector: 'other', values: {}, credential: '', stay: false });
    expect(steps).toEqual(['forget the test']);
  });
});
