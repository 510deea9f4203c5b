import type { OptionsWords } from '../en/options.ts';
import { crmsGerman } from './crms.ts';
import { crmGerman } from './options/options-crm.ts';
import { crmTestGerman } from './options/options-crm-test.ts';
import { diagnosticsGerman } from './options/options-diagnostics.ts';
import { arrangeGerman } from './options/options-fields.ts';
import { fileGerman } from './options/options-files.ts';
import { hostsGerman } from './options/options-hosts.ts';
import { pageGerman } from './options/options-page.ts';
import { rulesGerman } from './options/options-rules.ts';
import { transferGerman } from './options/options-transfer.ts';
import { definitionGerman } from './options-definition.ts';

/** What the options page says, in German. */
export const optionsGerman: OptionsWords = {
  ...pageGerman,
  crm: crmGerman,
  crms: crmsGerman,
  test: crmTestGerman,
  hosts: hostsGerman,
  rules: rulesGerman,
  fields: arrangeGerman,
  definition: definitionGerman,
  diagnostics: diagnosticsGerman,
  transfer: transferGerman,
  files: fileGerman,
};

export { optionsGerman as words };
