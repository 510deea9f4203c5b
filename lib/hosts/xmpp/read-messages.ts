import { charCodeAt, emptyTable, execute, indexOf, parseTime, slice, trim } from '../page/built-ins.ts';
import { decodeEntities, readTags, type Tag } from './read-tags.ts';

/** One message stanza as far as it tells that somebody wrote, and to whom. */
export interface MessageHead {
  from: string | undefined;
  to: string | undefined;
  carbon: 'sent' | 'received' | undefined;
  body: boolean;
  correction: boolean;
  state: string | undefined;
  delay: number | undefined;
  nick: string | undefined;
}

interface Reading extends MessageHead {
  depth: number;
  /** Groups, rooms, errors, headlines, archives: not a talk between two. */
  ignored: boolean;
}

const maxLength = 131_072;
const maxNick = 128;
const states = /^(?:active|composing|paused|inactive|gone)$/;
const talk = /^(?:chat|normal|)$/;

/**
 * The messages of one frame that belong to a talk between two people: with words, with an end (`gone`), or a sign of this
 * page's agent that they were read. Not those of groups and rooms, errors, headlines, results of an archive, nor bare chat
 * states of the other side. Linear; runs in the page's own world.
 */
export function readMessages(text: string, sent: boolean, tell: (message: MessageHead) => void): void {
  // Nearly all other traffic goes no further than its first character.
  const first = charCodeAt(text, 0);
  if (first !== 60 && first > 32) return;
  if (text.length > maxLength || indexOf(text, '<message') === -1) return;
  let outer: Reading | undefined;
  let current: Reading | undefined;

  readTags(text, {
    open(tag) {
      if (tag.name === 'message' && tag.depth === 0) {
        outer = current = begin(tag);
      } else if (outer !== undefined && current !== undefined) {
        if (tag.name === 'message' && outer.carbon !== undefined && tag.depth === 3) {
          current = carbonOf(outer, begin(tag));
        } else if (tag.depth === current.depth + 1) child(current, tag);
      }
    },
    close(tag, at) {
      if (current === undefined || outer === undefined) return;
      if (tag.depth === current.depth + 1) finishChild(current, tag, slice(text, tag.end, at));
      if (tag.name !== 'message' || tag.depth !== 0) return;
      const { state, body } = current;
      const ours = current.carbon === undefined ? sent : current.carbon === 'sent';
      if (!outer.ignored && !current.ignored && (body || state === 'gone' || (ours && state !== undefined)))
        tell(current);
      outer = current = undefined;
    },
  });
}

function begin({ attributes, depth }: Tag): Reading {
  // Every member is set here. No prototype, so that nothing of the page's is read through it.
  const reading = emptyTable<unknown>() as unknown as Reading;
  reading.from = attributes.from;
  reading.to = attributes.to;
  reading.carbon = undefined;
  reading.body = false;
  reading.correction = false;
  reading.state = undefined;
  reading.delay = undefined;
  reading.nick = undefined;
  reading.depth = depth;
  reading.ignored = execute(talk, attributes.type ?? '') === null;
  return reading;
}

function child(message: Reading, { name, attributes }: Tag): void {
  const space = attributes.xmlns ?? '';
  const of = (namespace: string) => indexOf(space, namespace) === 0;
  if (name === 'encrypted') message.body = true;
  else if (name === 'replace') message.correction = true;
  else if (name === 'delay' && of('urn:xmpp:delay')) message.delay = parseTime(attributes.stamp ?? '') || 0;
  else if (name === 'displayed' && of('urn:xmpp:chat-markers')) message.state ??= 'displayed';
  else if (of('http://jabber.org/protocol/chatstates') && execute(states, name) !== null)
    message.state = name;
  else if (name === 'x' && of('jabber:x:delay')) message.delay ??= 0;
  else if ((name === 'sent' || name === 'received') && of('urn:xmpp:carbons')) message.carbon = name;
  else if (
    (name === 'result' && of('urn:xmpp:mam')) ||
    name === 'error' ||
    name === 'event' ||
    (name === 'x' && (of('http://jabber.org/protocol/muc') || of('jabber:x:conference')))
  )
    message.ignored = true;
}

function finishChild(message: Reading, { name, attributes }: Tag, content: string): void {
  if (name === 'body' && trim(content) !== '') message.body = true;
  if (
    name === 'nick' &&
    attributes.xmlns === 'http://jabber.org/protocol/nick' &&
    indexOf(content, '<') === -1
  )
    message.nick = trim(decodeEntities(slice(content, 0, maxNick)));
}

/**
 * The message within a carbon. Only the account's own server may send one (XEP-0280, 11): it comes from the bare address of
 * whom it is for, or from none.
 */
function carbonOf(outer: Reading, inner: Reading): Reading {
  inner.carbon = outer.carbon;
  if (outer.from !== undefined && bare(outer.from) !== bare(outer.to)) inner.ignored = true;
  return inner;
}

function bare(jid: string | undefined): string {
  return execute(/^[^/]*/, jid ?? '')?.[0] ?? '';
}
