import type { IdentifierKind } from '../../../lib/domain/contact/identifier.ts';
import type { Channel } from '../../../lib/domain/host/host-event.ts';
import type { KeyCommand } from '../../../lib/domain/key-commands.ts';
import { listOf, numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';
import { errorEnglish, limitEnglish, problemEnglish } from './errors.ts';
import { fieldEnglish } from './fields.ts';
import { foundEnglish } from './found.ts';
import { channelNoun, identifierNoun } from './nouns.ts';
import { sharedEnglish } from './shared.ts';
import { writeEnglish } from './writes.ts';

const plural = pluralOf('en');
const amount = (count: number): string => numberFormat().format(count);

/** What the contact view says, in English. */
export const viewEnglish = {
  errors: errorEnglish,
  problems: problemEnglish,
  limits: limitEnglish,
  interactions: 'Interactions',
  needsAttention: 'Needs attention',
  save: 'Save',
  cancel: 'Cancel',
  saving: 'Saving',
  saved: 'Saved',
  allSaved: 'All saved',
  notSaved: 'Not saved',
  notSavedBecause: (what: string) => `Not saved. ${what}.`,
  notSavedYet: 'Not saved.',
  notSavedSo: (what: string, next: string) => `Not saved. ${what}. ${next}`,
  ...writeEnglish,
  waiting: {
    count: (count: number) => `${amount(count)} ${plural(count, { other: 'waiting' })}`,
    title: 'Waiting to be saved',
    line: <Part>(label: Part, value: Part): Sentence<Part> => [label, ': ', value],
    lineOf: <Part>(write: Part, whose: Part): Sentence<Part> => [write, ', for ', whose],
    since: <Part>(time: Part): Sentence<Part> => ['Since ', time],
    sinceFor: <Part>(time: Part, crm: Part): Sentence<Part> => ['Since ', time, ', waits for ', crm],
    sendNow: 'Send now',
    chip: 'waiting',
    bySelf: (crm: string) => `Waiting. It is sent by itself once ${crm} answers.`,
  },
  tryAgain: 'Try again',
  tryNow: 'Try now',
  giveUp: 'Give up',
  back: 'Back',
  signIn: 'Sign in',
  options: 'Options',
  newContact: 'New contact',
  search: 'Search contacts',
  searchCopies: 'Search saved copies',
  notThisPerson: 'Not this person',
  fullView: 'Full view',
  reducedView: 'Reduced view',
  assign: {
    title: 'Assign client ID',
    question: <Part>(identifier: Part): Sentence<Part> => ['Assign ', identifier, '?'],
    undone: 'Undone',
    isBack: <Part>(identifier: Part): Sentence<Part> => [identifier, ' is where it was before'],
    cannot: <Part>(identifier: Part, why: string): Sentence<Part> => [
      identifier,
      ` cannot be assigned. ${why}`,
    ],
    nowWith: 'Now with',
    nowWithSeveral: (count: number) => `Now with ${amount(count)}, first`,
    assignTo: 'Assign to',
    nobodyHas: <Part>(name: Part, kind: IdentifierKind, crm: string): Sentence<Part> => [
      name,
      ` does not have this ${identifierNoun(kind)} yet, nor has anybody else in ${crm}.`,
    ],
    move: 'Move it',
    keep: 'Keep on both',
    assign: 'Assign',
    notNow: 'Not now',
    keepHint: (kind: IdentifierKind) =>
      `Keep on both if they share this ${kind === 'phone' ? 'phone' : kind === 'email' ? 'address' : identifierNoun(kind)}.`,
    notUndone: 'Not undone.',
    notUndoneBecause: (what: string) => `Not undone. ${what}.`,
    byYou: (time: string) => `by you, ${time}`,
    onlyThere: (crm: string) => `only ${crm} itself can undo it`,
    undo: 'Undo',
    movedFrom: (names: string[]) => `Moved from ${listOf(names)}`,
    keptWith: (names: string[]) => `Kept on both, with ${listOf(names)}`,
    assignedTo: (name: string) => `Assigned to ${name}`,
  },
  now: {
    last: 'Last contact',
    unknown: 'Last contact not known',
    notTold: (crm: string) => `${crm} does not say when you last spoke`,
    nothing: (crm: string) => `Nothing is recorded in ${crm}`,
    recorded: (crm: string) => `recorded in ${crm}`,
  },
  openIn: (crm: string) => `Open in ${crm}`,
  openRecord: 'Open the record in the CRM',
  copied: (label: string) => `${label} copied`,
  notCopied: 'Not copied. Select it and copy it by hand.',
  browsed: { copy: 'Saved copy', opened: 'Opened by you', reading: 'reading' },
  candidates: {
    /** Over the people of an organisation whose number it is. */
    peopleOf: <Part>(name: Part, people: number): Sentence<Part> => [
      'Number of ',
      name,
      ` · ${amount(people)} ${plural(people, { one: 'person', other: 'people' })}`,
    ],
    list: 'Matching contacts',
    none: 'None of these?',
    more: (count: number) => `Only ${amount(count)} of them are shown. Search for the others by name.`,
    search: 'Search',
    noCompany: 'no company',
    fact: (label: string, value: string) => `${label.toLocaleLowerCase('en')} ${value}`,
  },
  host: {
    wasOpen: (name: string) => `${name} was open before Ringside`,
    reload: 'Reload its page, so that its calls are seen. Not while you speak there: it ends the call',
    reloadNow: 'Reload',
    cannotRead: (name: string) => `Ringside cannot read ${name}`,
    signInThere:
      'Sign in there, or reload its page. If this stays, tell your administrator: its calls may not be seen',
  },
  idle: {
    recent: 'Recent contacts',
    nobody: 'Nobody yet. Whom you speak with appears here.',
    testCall: 'Take a test call',
  },
  body: {
    notLookedUpYet: 'Not looked up yet',
    noCopy: 'No saved copy',
    choose: 'choose who it is',
    nothingToLookFor: 'There is no number to look for, or to assign',
    hostHasNotSaid: (channel: Channel) => `The host has not said who this ${channelNoun(channel)} is with`,
    rejected: 'Not this person, as you said',
    nobodyByIt: 'Nobody can be found by it',
    again: 'Again',
    searchFor: <Part>(name: Part): Sentence<Part> => ['Search “', name, '”'],
    madeThere: (crm: string) => `New contacts are made in ${crm} itself.`,
    mayNotCreate: (crm: string) =>
      `You are not allowed to create contacts in ${crm}. Ask your administrator for the permission.`,
    lookingBy: (by: IdentifierKind | 'contact-id' | undefined) => `by ${sought(by)}`,
    lookingFor: (by: IdentifierKind | 'contact-id' | undefined, seconds: number) =>
      `by ${sought(by)}, ${seconds} s`,
  },
  late: {
    pageGone: (channel: Channel) => `The page of this ${channelNoun(channel)} is gone`,
    finishedIn: <Part>(time: Part): Sentence<Part> => ['Finished in ', time, ', unless the page is back'],
    since: <Part>(time: Part): Sentence<Part> => ['Since ', time, '; what is shown may be older'],
    tryingIn: <Part>(time: Part): Sentence<Part> => ['Trying again in ', time],
    trying: 'Trying again',
    notSignedIn: (crm: string) => `Not signed in to ${crm}`,
    notAskedThere: 'Nobody is looked up there',
    stillLooking: (crm: string) => `${crm} has not answered yet`,
    othersShown: 'The other answers are shown',
  },
  menu: {
    more: 'More',
    letGo: 'Let this interaction go',
    keep: 'Keep this interaction in front',
    remove: 'Remove from the list',
    showIn: (crm: string) => `Show the record in ${crm}`,
    keys: 'Keys',
    oneTo: '1 to 9',
    escape: 'Esc',
    choose: 'Choose a matching contact',
    searchCaller: 'Search for the caller’s name',
    next: 'Next or previous interaction',
    pin: 'Keep this interaction in front, or let it go',
    show: 'Show this list',
    singleKeys: 'Single keys do something',
    copyKey: 'Ctrl+C',
    copy: 'Copy the value in focus',
    back: 'Back, or close what is open',
  },
  /** What keys do anywhere in the browser. */
  commands: {
    'open-panel': 'Open the panel',
    'next-interaction': 'Next interaction',
    'previous-interaction': 'Previous interaction',
    'search-contacts': 'Search contacts',
    'not-this-person': 'Not this person',
  } satisfies Record<KeyCommand, string>,
  rail: {
    moreInteractions: ' more interactions',
    fresh: (count: number) => `${amount(count)} new`,
    more: 'more',
    noHost: 'No host connected yet',
    nothingLive: 'No live interaction',
    connected: (names: string[]) => `${listOf(names)} connected`,
    withheld: 'Withheld',
    noNumber: 'No number',
    pinned: 'pinned',
    /** Told of one that rings behind another. */
    rings: (who: string, state: string) => `${who} ${state.toLocaleLowerCase('en')}`,
    ringsFor: (who: string, state: string, campaign: string) =>
      `${who} ${state.toLocaleLowerCase('en')}, ${campaign}`,
  },
  found: foundEnglish,
  signedOut: {
    lossless: 'Nothing is lost. Sign in again to go on.',
    losslessAs: (agent: string) => `Nothing is lost. Sign in again as ${agent} to go on.`,
    noCrm: 'No CRM connected yet',
    soNobody: 'So nobody can be looked up',
    connect: 'Connect',
    never: 'Not signed in',
    since: (time: string) => `Signed out at ${time}`,
    nobody: 'nobody is looked up',
    refused: 'the key was refused',
    deleted: 'saved copies deleted',
  },
  steps: {
    step: (now: number, all: number) => `Step ${now} of ${all}`,
    notConnected: 'Not connected yet',
    widget: 'An administrator connects this widget to the CRM. Nothing is read until then.',
    title: 'Three steps to the first pop',
    lead: 'About two minutes. Nothing is read from any page until you allow it.',
    crm: 'Connect your CRM',
    softphone: 'Connect this softphone',
    hostsConnected: (names: string[]) =>
      `${listOf(names)} ${plural(names.length, { one: 'is', other: 'are' })} connected.`,
    hostOpen: (name: string) => `${name} is open in this window. Ringside asks for this address only.`,
    allowOn: (name: string) => `Allow on ${name}`,
    openHost: 'Open your softphone or inbox in this window. Ringside asks for its address only.',
    connectHost: 'Connect a host',
    testCall: 'Take a test call',
    call: 'Take a call',
    nobodyToCall: 'No contact with a phone number was found for a test call.',
    testCallIs: 'A made-up call from one of your own contacts. Nothing is written.',
    callIs: 'Whoever calls next appears here, before you say hello. Nothing is written.',
    crmConnected: (crm: string) => `${crm} is connected.`,
    crmRefused: (crm: string) => `${crm} did not accept the key. It may be mistyped.`,
    crmNeedsKey: (crm: string) => `${crm} still needs its key.`,
    whichCrm: 'The one that knows your contacts, or the companion CRM.',
    typeAgain: 'Type the key again',
    connectCrm: 'Connect a CRM',
    done: ' (done)',
  },
  fields: fieldEnglish,
};

export type ViewWords = typeof viewEnglish;

function sought(by: IdentifierKind | 'contact-id' | undefined): string {
  if (by === 'contact-id') return 'ContactID';
  if (by === undefined) return 'client ID';
  return by === 'phone' || by === 'email'
    ? sharedEnglish.identifiers.labels[by].toLowerCase()
    : identifierNoun(by);
}
