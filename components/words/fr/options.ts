import type { OptionsWords } from '../en/options.ts';
import { crmsFrench } from './crms.ts';
import { crmFrench } from './options/options-crm.ts';
import { crmTestFrench } from './options/options-crm-test.ts';
import { diagnosticsFrench } from './options/options-diagnostics.ts';
import { arrangeFrench } from './options/options-fields.ts';
import { fileFrench } from './options/options-files.ts';
import { hostsFrench } from './options/options-hosts.ts';
import { pageFrench } from './options/options-page.ts';
import { rulesFrench } from './options/options-rules.ts';
import { transferFrench } from './options/options-transfer.ts';
import { definitionFrench } from './options-definition.ts';

/** What the options page says, in French. */
export const optionsFrench: OptionsWords = {
  ...pageFrench,
  crm: crmFrench,
  crms: crmsFrench,
  test: crmTestFrench,
  hosts: hostsFrench,
  rules: rulesFrench,
  fields: arrangeFrench,
  definition: definitionFrench,
  diagnostics: diagnosticsFrench,
  transfer: transferFrench,
  files: fileFrench,
};

export { optionsFrench as words };
