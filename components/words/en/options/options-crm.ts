import type { CrmErrorCode } from '../../../../lib/domain/crm/crm-error.ts';
import { listOf, numberFormat } from '../../language/formats.ts';

const amount = (count: number): string => numberFormat().format(count);

/** Connecting a CRM, in English. */
export const crmEnglish = {
  titleFirst: 'Connect a CRM',
  title: 'CRM',
  titleSeveral: 'CRMs',
  lead: 'The key stays in this browser. It is sent to the address below and nowhere else.',
  leadSeveral: 'The keys stay in this browser. Each is sent to its own CRM and nowhere else.',
  theCrm: 'the CRM',
  connectedCrms: 'Connected CRMs',
  order:
    'The first that knows somebody is shown first. A ContactID that a host sends is looked up in the first that is for this host.',
  moveUp: (crm: string) => `Move ${crm} up`,
  moveDown: (crm: string) => `Move ${crm} down`,
  movedTo: (crm: string, place: number, of: number) => `${crm} is ${amount(place)} of ${amount(of)} now.`,
  edit: 'Edit',
  editOf: (crm: string) => `Edit ${crm}`,
  close: 'Close',
  addAnother: 'Add another CRM',
  name: 'Name',
  nameHint: 'What agents read instead of the name of the CRM',
  onlyHosts: 'Only for these hosts',
  forAllHosts: 'None is ticked: it is asked whatever the host.',
  forTheseHosts: 'It is asked for calls and chats of the hosts that are ticked, and for no others.',
  notConnected: '(not connected)',
  onlyFor: (hosts: string[]) => `only for ${listOf(hosts)}`,
  label: 'CRM',
  own: 'Comes with Ringside',
  yours: 'Your own',
  keyKept: 'Kept. Leave this empty to go on with it.',
  stay: 'Stay signed in',
  staySignIn:
    'Keeps the sign-in on this computer after the browser is closed. Without it the sign-in is in memory only and has to be made again.',
  stayKey:
    'Keeps the key on this computer after the browser is closed. Without it the key is in memory only and has to be typed again.',
  redirect: 'Redirect address',
  copyThere: 'Copying was not allowed. Select the address and copy it.',
  registerIt: (crm: string) => `Register it in ${crm} together with the client ID.`,
  copy: 'Copy',
  copied: 'Copied',
  signInWith: (crm: string) => `Sign in with ${crm}`,
  signInAgainWith: (crm: string) => `Sign in again with ${crm}`,
  signIn: {
    none: 'Opens the CRM’s own page. Ringside never sees the password.',
    kept: 'Signed in.',
    new: 'Signed in. Save to keep it.',
  },
  signedIn: 'Signed in',
  signedOutSignIn: 'Signed out. Sign in and save.',
  signedOutKey: 'Signed out. Type the key and save.',
  unreachable: 'The browser does not let Ringside reach this address',
  mayReach: (crm: string) => `Ringside may reach ${crm}.`,
  mayNotReach: (crm: string) => `The browser was not allowed to reach ${crm}.`,
  notAllowed: 'The browser was not allowed to reach this address. Nothing was saved or sent.',
  arrange: 'Arrange its fields',
  signOut: 'Sign out',
  signOutOf: (crm: string) => `Sign out of ${crm}`,
  signInShort: 'Sign in',
  signInTo: (crm: string) => `Sign in to ${crm}`,
  arrangeOf: (crm: string) => `Arrange its fields: ${crm}`,
  allowOne: (crm: string) => `Allow ${crm}`,
  signedOutOfOne: 'Signed out',
  signedOut: 'Signed out. The key is forgotten.',
  removeMeans:
    'Ringside signs out, deletes its saved copies and gives the permission back to the browser. Nothing in the CRM changes.',
  notSignedIn: (why: string) => `Not signed in: ${why}`,
  signInProblems: {
    'not-allowed': 'the window was closed, or the CRM said no',
    'signed-out': 'the CRM did not accept this client ID or redirect address',
    'bad-reply': 'the CRM answered something else than was asked',
  } as Partial<Record<CrmErrorCode, string>>,
  tested: (headline: string) => `Tested: ${headline}`,
  saved: (headline: string) => `Saved. ${headline}.`,
  savedButFailed: (headline: string) => `Saved, but the test failed: ${headline}`,
  notForgotten: 'Nothing was saved: the browser could not forget the former key. Try again.',
  keyNotKept: 'The address was saved, but the browser refused to keep the key. Type it again and save.',
  choose: 'Choose a CRM.',
  twice:
    'This CRM is in the list already, with these very settings. Each person is shown once: change that one.',
  nameNeeded: 'Another CRM is called so already. Give this one a name that agents can tell apart.',
  nameTaken: 'Another CRM has this name already.',
  nameTooLong: (most: number) => `At most ${most} characters.`,
  cannotUse: 'This CRM cannot use that.',
  needs: 'This CRM needs to know this.',
  signInFirst: 'Sign in first.',
  keyAgain: 'Type the key again: the one at hand belongs to another address.',
  key: 'Type the key of the CRM.',
  know: (crm: string) => `What to know about ${crm}`,
  errors: {
    offline: {
      text: 'This computer is offline',
      advice: 'Connect it to the network, then test again.',
    },
    unreachable: {
      text: 'The address does not answer',
      advice:
        'Check the address, that the server runs, and that this browser trusts its certificate. Open the address in a tab to see for yourself.',
    },
    timeout: {
      text: 'The address does not answer in time',
      advice: 'The server may be busy, or the network slow. Test again in a minute.',
    },
    'signed-out': {
      text: 'The key is refused',
      advice: 'It is mistyped, has run out or was taken back. Make a new one in the CRM and type it here.',
    },
    'not-allowed': {
      text: 'The CRM does not allow this to the owner of the key',
      advice: 'Give this user the right in the CRM, then test again.',
    },
    'not-found': {
      text: 'Something answers, but this CRM is not there',
      advice: 'Check the address, also what stands after the host name.',
    },
    'server-error': {
      text: 'The CRM reports a fault of its own',
      advice: 'Its administrator finds more in its log. Test again later.',
    },
    redirected: {
      text: 'The address leads on to another one',
      advice:
        'Ringside never follows with a key. Type the address it leads to, unless that is a log-in page.',
    },
    'bad-reply': {
      text: 'What answers does not speak the language of this CRM',
      advice:
        'It may be a web page, such as a log-in page. Check that the address is the one of the CRM, and the CRM chosen above.',
    },
    'not-supported': { text: 'This CRM cannot do that', advice: 'Nothing to do here.' },
    conflict: {
      text: 'The CRM does not accept the question',
      advice: 'Its version may not fit this Ringside. Update the older of the two.',
    },
    invalid: {
      text: 'The CRM does not accept the question',
      advice: 'Its version may not fit this Ringside. Update the older of the two.',
    },
  },
  pause: (seconds: number) => ({
    text: 'The CRM asks for a pause',
    advice: `Test again in ${seconds} s.`,
  }),
};
