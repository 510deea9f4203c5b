import { describe, expect, it } from 'vitest';
import { crmBinding } from './crm-binding.ts';

const settings = {
  baseUrl: 'https://crm.example.com/',
  user: 'ana',
  options: { region: 'ES', depth: [1, 2] },
};

describe('the binding of a credential', () => {
  it('is the same whatever order the settings are in', () => {
    const turned = {
      options: { depth: [1, 2], region: 'ES' },
      user: 'ana',
      baseUrl: 'https://crm.example.com/',
    };
    expect(crmBinding('odoo', turned)).toBe(crmBinding('odoo', settings));
  });

  it.each([
    ['another connector', 'twenty', settings],
    ['another address', 'odoo', { ...settings, baseUrl: 'https://crm.example.com.evil.example/' }],
    ['another path', 'odoo', { ...settings, baseUrl: 'https://crm.example.com/b/' }],
    ['another user', 'odoo', { ...settings, user: 'bo' }],
    ['a member more', 'odoo', { ...settings, proxy: 'https://evil.example/' }],
    ['another order of a list', 'odoo', { ...settings, options: { region: 'ES', depth: [2, 1] } }],
    [
      'a list in place of an object',
      'odoo',
      {
        ...settings,
        options: [
          ['depth', [1, 2]],
          ['region', 'ES'],
        ],
      },
    ],
  ])('is another one with %s', (_, id, other) => {
    expect(crmBinding(id, other)).not.toBe(crmBinding('odoo', settings));
  });
});
