import type { CrmFacts } from '../crm.ts';
import { otherFieldsField } from '../form/other-fields-field.ts';
import { regionField } from '../form/region-field.ts';

export const facts: CrmFacts = {
  about: 'HubSpot: its contacts, with the token of a private app.',
  tried: 'documents only',
  words:
    "One search: the national digits in HubSpot's own search properties for phone and mobile, or E.164 in the three numbers; the e-mail address or one of the further ones.",
  form: [
    {
      key: 'credential',
      label: 'Access token',
      kind: 'secret',
      hint: 'In HubSpot: Settings, Integrations, Private Apps, Create. Scopes: crm.objects.contacts.read and .write, crm.schemas.contacts.read.',
    },
    regionField,
    {
      ...otherFieldsField,
      label: 'Properties for other client IDs',
      placeholder: 'telegram=telegram_name, other=client_id',
    },
  ],
};
