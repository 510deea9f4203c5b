import { messageOf } from '../text/file-problem.ts';
import { crmDefinitionForm } from './crm-definition.ts';
import { checkPlaceholders } from './crm-definition-placeholders.ts';

/** A CRM definition, version 1 (docs/crm-definitions.md): how Ringside speaks with a REST API that it has no connector for. */
export const crmDefinitionSchema = crmDefinitionForm.check((context) => {
  for (const { path, expected } of checkPlaceholders(context.value)) {
    const message = messageOf(...expected);
    context.issues.push({ code: 'custom', path, message, input: context.value });
  }
});
