import type { OptionsWords } from '../en/options.ts';
import { crmsSpanish } from './crms.ts';
import { crmSpanish } from './options/options-crm.ts';
import { crmTestSpanish } from './options/options-crm-test.ts';
import { diagnosticsSpanish } from './options/options-diagnostics.ts';
import { arrangeSpanish } from './options/options-fields.ts';
import { fileSpanish } from './options/options-files.ts';
import { hostsSpanish } from './options/options-hosts.ts';
import { pageSpanish } from './options/options-page.ts';
import { rulesSpanish } from './options/options-rules.ts';
import { transferSpanish } from './options/options-transfer.ts';
import { definitionSpanish } from './options-definition.ts';

/** What the options page says, in Spanish. */
export const optionsSpanish: OptionsWords = {
  ...pageSpanish,
  crm: crmSpanish,
  crms: crmsSpanish,
  test: crmTestSpanish,
  hosts: hostsSpanish,
  rules: rulesSpanish,
  fields: arrangeSpanish,
  definition: definitionSpanish,
  diagnostics: diagnosticsSpanish,
  transfer: transferSpanish,
  files: fileSpanish,
};

export { optionsSpanish as words };
