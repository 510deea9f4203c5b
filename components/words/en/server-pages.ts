import type { Sentence } from '../language/sentence.ts';

/** The pages of the companion server itself, in English. */
export const pagesEnglish = {
  signIn: {
    title: 'Sign in',
    lead: 'Your contacts appear in the window you came from.',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    demo: 'This is a demo workspace. A demo agent is filled in already; the people in it are invented.',
    blocked: <Part>(button: Part): Sentence<Part> => [
      'This page signs you in for the Ringside widget. Open it with the widget’s own ',
      button,
      ' button: on its own it has nowhere to go.',
    ],
    noScript: 'Signing in needs JavaScript.',
    needed: 'E-mail and password are needed.',
    wrong: 'E-mail or password is wrong.',
    failed: 'The server could not sign you in. Try again.',
    tooMany: (seconds: string) => `Too many attempts. Try again in ${seconds} s.`,
    noAnswer: 'The server does not answer. Try again.',
  },
  home: {
    title: 'Ringside companion CRM',
    heading: 'The companion CRM is running',
    lead: 'It keeps contacts for Ringside, which shows an agent who they are talking to, and serves the widget that other pages embed.',
    demo: 'This is a demo workspace: the people in it are invented, and the password of its agents is public.',
    forAgents: 'For agents',
    openWidget: 'Open the widget',
    widgetMeans: 'The contact view as a page of its own. Sign in there.',
    forAdministrators: 'For administrators',
    connect: 'Connect the extension',
    connectHow: <Part>(crm: Part): Sentence<Part> => [
      'In its options choose ',
      crm,
      ', then type this page’s address and a token.',
    ],
    agents: 'Add agents',
    agentsHow: <Part>(flag: Part, document: Part): Sentence<Part> => [
      'With ',
      flag,
      '; all flags stand in ',
      document,
      '.',
    ],
    embed: 'Embed the widget',
    embedHow: <Part>(flag: Part, document: Part): Sentence<Part> => [
      'Name the page with ',
      flag,
      '; see ',
      document,
      '.',
    ],
    forPrograms: 'For programs',
    description: 'Description of the API',
    descriptionHolds: 'OpenAPI 3.1, every route.',
    health: 'Health',
    healthMeans: 'Answers once the database does.',
  },
};

export type PagesWords = typeof pagesEnglish;
