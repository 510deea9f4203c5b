import { Ellipsis, Pin, PinOff, Settings, Trash, UserRound } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { connectionOf } from '../../lib/domain/interaction/connections-of.ts';
import type { Connection, LiveInteraction } from '../../lib/domain/interaction/live.ts';
import type { KeyBinding } from '../../lib/domain/key-commands.ts';
import { safeText } from '../../lib/domain/text/safe-text.ts';
import { Icon } from '../parts/Icon.tsx';
import { setSingleKeys, singleKeys } from '../parts/single-keys.ts';
import { isOver } from '../words/interaction-words.ts';
import { viewWords } from '../words/view-words.ts';
import { useView } from './state/view-context.ts';

/** Keys and what they do; the same list as in the documents. */
function keyList(): [string, string][] {
  const { menu, search, notThisPerson, newContact, openRecord } = viewWords();
  return [
    ['/', search],
    ['N', notThisPerson],
    [menu.oneTo, menu.choose],
    ['S', menu.searchCaller],
    ['C', newContact],
    ['O', openRecord],
    ['P', menu.pin],
    ['. ,', menu.next],
    ['?', menu.show],
    [menu.copyKey, menu.copy],
    [menu.escape, menu.back],
  ];
}

/** What is seldom needed, and the list of keys. */
export function MoreMenu({ front, pinned }: { front: LiveInteraction | undefined; pinned: boolean }) {
  const { store, actions, asked, canCreate } = useView();
  const button = useRef<HTMLButtonElement>(null);
  const words = viewWords();
  const open = store.menu.value === 'more';
  const [bindings, setBindings] = useState<KeyBinding[]>([]);
  const close = () => {
    store.menu.value = 'closed';
  };
  useEffect(() => {
    if (!open) return;
    const opener = button.current;
    document.getElementById('more-menu')?.focus();
    // Each time: the agent may have changed them meanwhile.
    void actions.keyBindings?.().then(setBindings);
    return () => {
      if (document.activeElement === document.body || document.activeElement === null) opener?.focus();
    };
  }, [open, actions]);
  return (
    <div class="more">
      <button
        type="button"
        ref={button}
        class="btn icon"
        aria-label={words.menu.more}
        aria-expanded={open}
        aria-controls="more-menu"
        onClick={() => {
          store.menu.value = open ? 'closed' : 'more';
        }}
      >
        <Icon of={Ellipsis} />
      </button>
      {open && (
        <div
          class="floating"
          id="more-menu"
          role="dialog"
          aria-label={words.menu.more}
          tabIndex={-1}
          data-menu
        >
          {front && (
            <Item
              icon={pinned ? PinOff : Pin}
              words={pinned ? words.menu.letGo : words.menu.keep}
              onClick={() => {
                close();
                void store.send({ type: 'interaction.pin', key: front.key, pinned: !pinned });
              }}
            />
          )}
          {front &&
            otherRecords(front, asked).map(({ contactId, crm }) => (
              <Item
                key={contactId}
                icon={UserRound}
                words={words.menu.showIn(crm)}
                onClick={() => {
                  close();
                  void store.send({ type: 'contact.choose', key: front.key, contactId });
                }}
              />
            ))}
          {front && isOver(front) && (
            <Item
              icon={Trash}
              words={words.menu.remove}
              onClick={() => {
                close();
                void store.send({ type: 'interaction.dismiss', key: front.key });
              }}
            />
          )}
          {actions.openOptions && (
            <Item
              icon={Settings}
              words={words.options}
              onClick={() => {
                close();
                actions.openOptions?.();
              }}
            />
          )}
          <h2>{words.menu.keys}</h2>
          <label class="go">
            <input
              type="checkbox"
              checked={singleKeys.value}
              onChange={(event) => setSingleKeys(event.currentTarget.checked)}
            />
            <span>{words.menu.singleKeys}</span>
          </label>
          <dl class="keylist">
            {keyList()
              .filter(([key]) => key !== 'C' || canCreate)
              .filter(([key]) => singleKeys.value || key === words.menu.escape || key === words.menu.copyKey)
              .map(([key, what]) => (
                <KeyLine key={key} keys={key} what={what} />
              ))}
            {bindings.map(({ name, keys }) => (
              <KeyLine key={name} keys={keys} what={words.commands[name]} />
            ))}
          </dl>
        </div>
      )}
    </div>
  );
}

function KeyLine({ keys, what }: { keys: string; what: string }) {
  return (
    <div>
      <dt>
        <kbd>{keys || '–'}</kbd>
      </dt>
      <dd>{what}</dd>
    </div>
  );
}

/** The same person in other CRMs. */
function otherRecords(
  { resolution }: LiveInteraction,
  asked: Connection[],
): { contactId: string; crm: string }[] {
  const ids = resolution.status === 'matched' ? (resolution.alsoIn ?? []) : [];
  return ids.flatMap((contactId) => {
    const connection = connectionOf({ connections: asked }, contactId);
    return connection ? [{ contactId, crm: safeText(connection.crm, 64) }] : [];
  });
}

function Item(props: { icon: typeof Pin; words: string; onClick: () => void }) {
  return (
    <button type="button" class="go" onClick={props.onClick}>
      <Icon of={props.icon} />
      <span>{props.words}</span>
    </button>
  );
}
