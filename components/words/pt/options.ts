import type { OptionsWords } from '../en/options.ts';
import { crmsPortuguese } from './crms.ts';
import { crmPortuguese } from './options/options-crm.ts';
import { crmTestPortuguese } from './options/options-crm-test.ts';
import { diagnosticsPortuguese } from './options/options-diagnostics.ts';
import { arrangePortuguese } from './options/options-fields.ts';
import { filePortuguese } from './options/options-files.ts';
import { hostsPortuguese } from './options/options-hosts.ts';
import { pagePortuguese } from './options/options-page.ts';
import { rulesPortuguese } from './options/options-rules.ts';
import { transferPortuguese } from './options/options-transfer.ts';
import { definitionPortuguese } from './options-definition.ts';

/** What the options page says, in Portuguese. */
export const optionsPortuguese: OptionsWords = {
  ...pagePortuguese,
  crm: crmPortuguese,
  crms: crmsPortuguese,
  test: crmTestPortuguese,
  hosts: hostsPortuguese,
  rules: rulesPortuguese,
  fields: arrangePortuguese,
  definition: definitionPortuguese,
  diagnostics: diagnosticsPortuguese,
  transfer: transferPortuguese,
  files: filePortuguese,
};

export { optionsPortuguese as words };
