import type { OptionsWords } from '../en/options.ts';
import { crmsArabic } from './crms.ts';
import { crmArabic } from './options/options-crm.ts';
import { crmTestArabic } from './options/options-crm-test.ts';
import { diagnosticsArabic } from './options/options-diagnostics.ts';
import { arrangeArabic } from './options/options-fields.ts';
import { fileArabic } from './options/options-files.ts';
import { hostsArabic } from './options/options-hosts.ts';
import { pageArabic } from './options/options-page.ts';
import { rulesArabic } from './options/options-rules.ts';
import { transferArabic } from './options/options-transfer.ts';
import { definitionArabic } from './options-definition.ts';

/** What the options page says, in Arabic. */
export const optionsArabic: OptionsWords = {
  ...pageArabic,
  crm: crmArabic,
  crms: crmsArabic,
  test: crmTestArabic,
  hosts: hostsArabic,
  rules: rulesArabic,
  fields: arrangeArabic,
  definition: definitionArabic,
  diagnostics: diagnosticsArabic,
  transfer: transferArabic,
  files: fileArabic,
};

export { optionsArabic as words };
