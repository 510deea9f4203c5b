import { optionsWords } from '../../words/options-words.ts';
import type { TracedExchange } from './trace-fetch.ts';

const mostLines = 16;

interface Props {
  exchange: TracedExchange;
  /** No reply will come any more. */
  ended: boolean;
}

/** One request as it was sent, with secrets covered, and its reply. */
export function RestExchange({ exchange, ended }: Props) {
  const { method, url, headers, body, reply } = exchange;
  const [address, query] = url.split('?');
  const words = optionsWords().definition;
  const shown = headers.filter(([name]) => !/^(?:accept|content-type)$/i.test(name));
  return (
    <div class="exchange">
      <div class="line1" dir="ltr">
        <b>{method}</b> <code>{readable(address ?? url)}</code>
      </div>
      {query && (
        <div class="sent" dir="ltr">
          {query.split('&').map((parameter) => (
            <code key={parameter}>{readable(parameter)}</code>
          ))}
        </div>
      )}
      {shown.length > 0 && (
        <div class="sent" dir="ltr">
          {shown.map(([name, value]) => (
            <code key={name}>
              {name}: {value}
            </code>
          ))}
        </div>
      )}
      {body !== '' && <Wire label={words.bodySent} text={body} />}
      {reply ? (
        <>
          <p class="status">
            <span class={reply.status < 300 ? 'ok' : 'no'}>
              <b class="num">{reply.status}</b> {reply.status < 300 ? words.fine : words.refused}
            </span>
            <span class="quiet">
              {reply.type.split(';')[0] || words.noContent} ·{' '}
              <span class="num">{words.milliseconds(Math.round(reply.ms))}</span>
            </span>
          </p>
          {reply.text !== '' && (
            <Wire
              label={words.reply}
              text={
                reply.cut
                  ? `${reply.text}
…`
                  : reply.text
              }
            />
          )}
        </>
      ) : (
        <p class="quiet">{ended ? words.noReply : words.noReplyYet}</p>
      )}
    </div>
  );
}

/** Text to read, scroll and copy: a text area is all of that by keyboard too. */
function Wire({ label, text }: { label: string; text: string }) {
  const lines = text.split('\n', mostLines).length;
  return (
    <textarea class="in code" dir="ltr" readOnly aria-label={label} wrap="off" rows={lines} value={text} />
  );
}

/** An address without its escapes, for eyes; as it is where that fails. */
function readable(url: string): string {
  try {
    return decodeURIComponent(url.replaceAll('+', ' '));
  } catch {
    return url;
  }
}
