import type { CrmFacts } from '../crm.ts';

declare module '../crm.ts' {
  interface CrmFactsById {
    companion: typeof facts;
  }
}

export const facts = {
  id: 'companion',
  ownSections: true,
  tried: 'running-product',
  form: [
    {
      key: 'baseUrl',
      kind: 'url',
      placeholder: 'http://127.0.0.1:4180',
    },
    {
      key: 'credential',
      kind: 'secret',
    },
  ],
} as const satisfies CrmFacts;
