import type { CrmFormField } from '../crm.ts';

/** Its value is of `otherFieldsSchema`. */
export const otherFieldsField: CrmFormField = {
  key: 'otherFields',
  label: 'Fields for other client IDs',
  kind: 'text',
  placeholder: 'telegram=cTelegram, other=cClientId',
  hint: 'Text fields of the CRM that hold what is neither a phone number nor an e-mail address. May be left empty.',
};
