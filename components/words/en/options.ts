import { crmsEnglish } from './crms.ts';
import { crmEnglish } from './options-crm.ts';
import { crmTestEnglish } from './options-crm-test.ts';
import { definitionEnglish } from './options-definition.ts';
import { diagnosticsEnglish } from './options-diagnostics.ts';
import { arrangeEnglish } from './options-fields.ts';
import { fileEnglish } from './options-files.ts';
import { hostsEnglish } from './options-hosts.ts';
import { pageEnglish } from './options-page.ts';
import { rulesEnglish } from './options-rules.ts';
import { transferEnglish } from './options-transfer.ts';

/** What the options page says, in English. */
export const optionsEnglish = {
  ...pageEnglish,
  crm: crmEnglish,
  crms: crmsEnglish,
  test: crmTestEnglish,
  hosts: hostsEnglish,
  rules: rulesEnglish,
  fields: arrangeEnglish,
  definition: definitionEnglish,
  diagnostics: diagnosticsEnglish,
  transfer: transferEnglish,
  files: fileEnglish,
};

export type OptionsWords = typeof optionsEnglish;
