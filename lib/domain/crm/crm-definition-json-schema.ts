import * as z from 'zod/mini';
import { crmDefinitionSchema } from './crm-definition-schema.ts';

/** CRM definitions as JSON Schema, for editors. It says less than the schema itself: placeholders are checked further there. */
export function crmDefinitionJsonSchema(): object {
  return {
    ...z.toJSONSchema(crmDefinitionSchema, { io: 'input', reused: 'ref' }),
    title: 'Ringside CRM definition, version 1',
  };
}
