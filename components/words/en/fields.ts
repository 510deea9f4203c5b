import type { Channel } from '../../../lib/domain/host/host-event.ts';
import { numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';
import { channelNoun } from './nouns.ts';

/** What fields and the form of a new contact say, in English. */
export const fieldEnglish = {
  nobody: 'Nobody',
  notSet: 'Not set',
  empty: 'empty',
  this: (channel: Channel) => `this ${channelNoun(channel)}`,
  from: (channel: Channel) => `from the ${channelNoun(channel)}`,
  tooLong: (crm: string) => ` Too long to be whole here. See it in ${crm}.`,
  unread: (crm: string) => ` Not all of it can be read. See it in ${crm}.`,
  edit: (label: string) => `Edit ${label.toLocaleLowerCase('en')}`,
  typeToFind: 'Type to find',
  noSuchOption: 'No such option',
  chosen: (count: number) => `${numberFormat().format(count)} chosen`,
  whyNot: (label: string) => `Why ${label.toLocaleLowerCase('en')} cannot be changed`,
  notEditable: {
    crm: (crm: string) => `${crm} takes no changes of this contact from here.`,
    field: (crm: string) => `${crm} lets nobody change this from here.`,
    cut: (crm: string) => `It is not whole here. Change it in ${crm}.`,
    kind: (crm: string) => `${crm} has no place for this. Change it there.`,
    unlink: (crm: string) => `${crm} takes no number or address away from here. Change it there.`,
  },
  copyOf: (label: string) => `Copy ${label.toLocaleLowerCase('en')}`,
  copyIt: 'Copy',
  emptyFields: (count: number) =>
    `${numberFormat().format(count)} empty ${pluralOf('en')(count, { one: 'field', other: 'fields' })}`,
  elsewhere: 'Somebody else changed this contact, though not this.',
  changed: <Part>(newer: Part): Sentence<Part> => ['Somebody else changed this. It is now “', newer, '”.'],
  saveMine: 'Save mine',
  takeNewer: 'Take the newer',
  name: 'Name',
  phone: 'Phone',
  email: 'E-mail',
  identifiers: 'Identifiers',
  shared: 'shared',
  only: <Part>(campaigns: Part): Sentence<Part> => [campaigns, ' only'],
  copy: (age: string) => `copy, ${age}`,
  notKept: 'not kept',
  createIn: 'Create in',
  required: 'required',
  optional: 'optional',
  create: 'Create contact',
  draftNotKept: 'Draft not kept',
  keepingDraft: 'Keeping draft',
  draftKept: 'Draft kept',
};
