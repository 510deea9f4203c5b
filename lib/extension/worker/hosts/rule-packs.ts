import type { RuleFile } from '../../../domain/host/host-rules.ts';

/**
 * The rule files that ship with Ringside, for the worker and the options page; pages get what fits them. They stand as the
 * schema would read them, with every default written out (a test holds them to it), since reading them anew would cost every
 * start of the worker more than anything else it does.
 */
export const rulePacks: RuleFile[] = Object.values(
  import.meta.glob<RuleFile>('../../../hosts/packs/*.json', { eager: true, import: 'default' }),
);
