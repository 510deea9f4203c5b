import { describe, expect, it } from 'vitest';
import { espoFields } from './espo-fields.ts';

/** As EspoCRM 8.4 tells of a contact, with an amount of the organisation's own. */
const metadata = {
  name: { type: 'personName' },
  salutationName: { type: 'enum', options: ['', 'Mr.', 'Ms.'] },
  firstName: { type: 'varchar' },
  lastName: { type: 'varchar', required: true },
  title: { type: 'varchar', notStorable: true, directUpdateDisabled: true },
  description: { type: 'text' },
  emailAddress: { type: 'email' },
  phoneNumber: { type: 'phone' },
  doNotCall: { type: 'bool' },
  address: { type: 'address' },
  addressStreet: { type: 'text' },
  addressCity: { type: 'varchar' },
  addressState: { type: 'varchar' },
  addressCountry: { type: 'varchar' },
  addressPostalCode: { type: 'varchar' },
  addressMap: { type: 'map', notStorable: true, readOnly: true },
  account: { type: 'link' },
  accountIsInactive: { type: 'bool', notStorable: true },
  opportunityRole: { type: 'enum', notStorable: true, options: ['', 'Evaluator'] },
  acceptanceStatus: { type: 'varchar', notStorable: true, disabled: true },
  emailAddressIsOptedOut: { type: 'bool', notStorable: true },
  emailAddressIsInvalid: { type: 'bool', notStorable: true },
  phoneNumberIsOptedOut: { type: 'bool', notStorable: true },
  phoneNumberIsInvalid: { type: 'bool', notStorable: true },
  assignedUser: { type: 'link', entity: 'User' },
  createdAt: { type: 'datetime', readOnly: true },
  cDeal: { type: 'currency' },
  cDealCurrency: { type: 'varchar', disabled: true },
  cDealConverted: { type: 'currencyConverted', readOnly: true },
  cSerial: { type: 'number' },
  cJoined: { type: 'date', readOnlyAfterCreate: true },
};
const fieldsOf = (money: { defaultCurrency?: string; currencyList?: string[] }) =>
  espoFields({ metadata, labels: {}, slots: new Set(), money });

describe('the form of EspoCRM', () => {
  it('has every field once, and those that can be saved, or are worth to be seen', () => {
    const fields = fieldsOf({ defaultCurrency: 'EUR', currencyList: ['EUR'] });
    expect(fields.map(({ key, readOnly }) => (readOnly ? `(${key})` : key))).toEqual([
      'salutationName',
      '(jobTitle)',
      'description',
      'doNotCall',
      'addressStreet',
      'city',
      'addressState',
      'addressPostalCode',
      'addressCountry',
      '(company)',
      '(owner)',
      'cDeal',
      '(cSerial)',
      '(cJoined)',
    ]);
  });

  it('shows an amount in the one currency that there is', () => {
    const deal = fieldsOf({ currencyList: ['EUR'] }).filter(({ key }) => key.startsWith('cDeal'));
    expect(deal).toEqual([{ key: 'cDeal', label: 'Deal', type: 'currency', currency: 'EUR' }]);
  });

  it('asks for the currency of an amount where there are several', () => {
    const deal = fieldsOf({ defaultCurrency: 'EUR', currencyList: ['EUR', 'USD'] });
    expect(deal.filter(({ key }) => key.startsWith('cDeal'))).toEqual([
      { key: 'cDeal', label: 'Deal', type: 'number' },
      {
        key: 'cDealCurrency',
        label: 'Deal currency',
        type: 'choice',
        options: [
          { value: 'EUR', label: 'EUR' },
          { value: 'USD', label: 'USD' },
        ],
      },
    ]);
  });
});
