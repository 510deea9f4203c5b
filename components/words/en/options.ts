import { crmsEnglish } from './crms.ts';
import { crmEnglish } from './options/options-crm.ts';
import { crmTestEnglish } from './options/options-crm-test.ts';
import { diagnosticsEnglish } from './options/options-diagnostics.ts';
import { arrangeEnglish } from './options/options-fields.ts';
import { fileEnglish } from './options/options-files.ts';
import { hostsEnglish } from './options/options-hosts.ts';
import { pageEnglish } from './options/options-page.ts';
import { rulesEnglish } from './options/options-rules.ts';
import { transferEnglish } from './options/options-transfer.ts';
import { definitionEnglish } from './options-definition.ts';

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
