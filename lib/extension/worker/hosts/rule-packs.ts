import { type RuleFile, ruleFileSchema } from '../../../domain/host/host-rules.ts';

const files = import.meta.glob<unknown>('../../../hosts/packs/*.json', { eager: true, import: 'default' });

/** The rule files that ship with Ringside, for the worker and the options page; pages get what fits them. */
export const rulePacks: RuleFile[] = Object.values(files).map((file) => ruleFileSchema.parse(file));
