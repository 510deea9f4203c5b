import * as z from 'zod/mini';
import { ruleFileSchema } from './host-rules.ts';

/** Host rules as JSON Schema, for editors. It says less than the schema itself: patterns are checked further there. */
export function hostRulesJsonSchema(): object {
  return {
    ...z.toJSONSchema(ruleFileSchema, { io: 'input', reused: 'ref' }),
    title: 'Ringside host rules, version 1',
  };
}
