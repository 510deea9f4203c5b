import { describe, expect, it } from 'vitest';
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

const draft = { connector: 'example', label: '', hosts: [] };

/** The form over a CRM that is saved and signed in to, with another address and key typed; what happens is noted in order. */
function formWith(fails: Partial<OptionsLink> = {}) {
  const steps: string[] = [];
  const said: string[] = [];
  const { link: memory, seen } = createTestLink({
    settings: { crms: [saved] },
    granted: [`${before}*`],
    credential: 'former key',
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
    target: 'example',
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
  return { form, seen, steps, said, address: () => seen.settings.crms[0]?.settings.baseUrl };
}

const no = async (): Promise<never> => {
  throw new Error('the browser refused');
};

describe('saving a CRM', () => {
  it('forgets the former key, saves the address, keeps the key, gives back permissions, tests', async () => {
    const { form, seen, steps, said, address } = formWith();
    await form.save();
    expect(steps).toEqual([
      'ask the browser',
      'forget the former key',
      'save the address',
      'keep the key',
      'give back permissions',
      'test',
    ]);
    expect([address(), seen.credential, [...seen.granted]]).toEqual([after, 'next key', [`${after}*`]]);
    expect([form.edited.value, said]).toEqual([null, ['Saved. Everything works.']]);
  });

  it('leaves the key alone where the CRM stays the same', async () => {
    const { form, seen, steps } = formWith();
    form.edit({ ...draft, values: { baseUrl: before }, credential: '', stay: true });
    await form.save();
    expect(steps).not.toContain('forget the former key');
    expect([seen.credential, seen.stay]).toEqual(['former key', true]);
  });

  it('does nothing where the browser may not reach the address', async () => {
    const { form, seen, steps, address } = formWith({ requestOrigins: async () => false });
    await form.save();
    expect(steps).toEqual(['ask the browser']);
    expect([address(), seen.credential]).toEqual([before, 'former key']);
  });

  it('saves no other address while the former key is not forgotten', async () => {
    const { form, steps, said, address } = formWith({ clearCredential: no });
    await form.save();
    expect(steps).toEqual(['ask the browser', 'forget the former key']);
    expect([address(), said[0]]).toEqual([before, expect.stringContaining('Nothing was saved')]);
    expect(form.edited.value?.credential).toBe('next key');
  });

  it('keeps no key for an address that was not saved', async () => {
    const { form, seen, steps, address } = formWith({ updateSettings: no });
    await form.save();
    expect(steps).toEqual(['ask the browser', 'forget the former key', 'save the address']);
    expect([address(), seen.credential]).toEqual([before, undefined]);
    expect(form.edited.value?.credential).toBe('next key');
  });

  it('says so and keeps what was typed where the key is not kept, and tests nothing', async () => {
    const { form, seen, steps, said } = formWith({ saveCredential: no });
    await form.save();
    expect(steps.slice(-2)).toEqual(['keep the key', 'give back permissions']);
    expect(said).toEqual([expect.stringContaining('refused to keep the key')]);
    expect([seen.credential, form.edited.value?.credential]).toEqual([undefined, 'next key']);
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

describe('the form of a CRM', () => {
  it('gives back what the browser was asked for in vain, and keeps what the saved CRM needs', async () => {
    const { form, seen, steps } = formWith();
    await form.test();
    expect(seen.granted).toContain(`${after}*`);
    await form.discard();
    expect(steps.slice(-2)).toEqual(['forget the test', 'give back permissions']);
    expect([...seen.granted]).toEqual([`${before}*`]);
    expect(form.edited.value).toBeNull();
  });

  it('forgets a test of another CRM, and a sign-in that was made for other values', async () => {
    const { form, steps } = formWith();
    await form.signIn();
    form.edit({ ...draft, connector: 'other', values: {}, credential: '', stay: false });
    expect(steps).toEqual(['forget the test']);
  });
});
