/** A box of converse.js: a Backbone-like model. */
export interface ConverseModel {
  get(name: string): unknown;
  on(events: string, listener: () => void): void;
  getDisplayName?(): unknown;
}

/** What the plugin gets of the page's converse.js; any of it may be missing or be something else. */
interface Converse {
  initialize(settings: Record<string, unknown>, ...more: unknown[]): unknown;
  plugins: { add(name: string, plugin: object): void };
}

interface ConverseApi {
  listen: { on(event: string, listener: (value: unknown) => void): void };
}

type Tell = (model: ConverseModel, what: string, more?: Record<string, unknown>) => void;

const plugin = 'ringside';

/**
 * Waits for the page's converse.js and adds a plugin to it; a plugin only runs where the settings name it, so ours is
 * named to `initialize`. Versions differ in whether an event brings the box or a view of it.
 */
export function listenToConverse(page: Window, tell: Tell): void {
  page.addEventListener('converse-loaded', (event) => {
    quietly(() => {
      const detail: unknown = 'detail' in event ? event.detail : undefined;
      // Members are looked for below; what is missing throws, and that is swallowed.
      const { converse } = detail as { converse: Converse };
      const { initialize } = converse;
      converse.plugins.add(plugin, {
        initialize(this: { _converse: { api: ConverseApi } }) {
          quietly(() => follow(this._converse.api, tell));
        },
      });
      converse.initialize = function (this: unknown, settings, ...more) {
        return initialize.call(converse, withPlugin(settings), ...more);
      };
    });
  });
}

/** A copy: the page's own settings stay as they are. */
function withPlugin(settings: Record<string, unknown>): Record<string, unknown> {
  const listed = settings?.whitelisted_plugins;
  return { ...settings, whitelisted_plugins: [...(Array.isArray(listed) ? listed : []), plugin] };
}

function follow(api: ConverseApi, tell: Tell): void {
  const on = (event: string, take: (value: unknown) => void) =>
    api.listen.on(event, (value) => quietly(() => take(value)));

  on('chatBoxInitialized', (value) => {
    const model = modelOf(value);
    if (model === null) return;
    const unread = () => quietly(() => tell(model, 'unread', { unread: model.get('num_unread') }));
    const shown = () => quietly(() => !model.get('hidden') && !model.get('closed') && tell(model, 'shown'));
    model.on('change:num_unread', unread);
    model.on('change:hidden', shown);
    model.on('change:closed', shown);
    // Kept unread from before the page was loaded.
    if (Number(model.get('num_unread')) > 0) {
      tell(model, 'wrote', named(model));
      unread();
    }
    shown();
  });
  on('chatBoxMaximized', (value) => toldOf(value, 'shown'));
  on('chatBoxFocused', (value) => toldOf(value, 'shown'));
  on('chatBoxClosed', (value) => toldOf(value, 'closed'));
  on('sendMessage', (value) => toldOf(memberOf(value, 'chatbox'), 'replied'));
  on('message', (value) => {
    const model = modelOf(memberOf(value, 'chatbox'));
    const attributes = memberOf(value, 'attrs');
    const is = (name: string) => Boolean(memberOf(attributes, name));
    if (model === null || !(is('body') || is('plaintext') || is('is_encrypted'))) return;
    if (is('is_archived') || is('is_headline') || is('is_error') || is('replace_id')) return;
    const mine = memberOf(attributes, 'sender') === 'me';
    tell(model, mine ? 'replied' : 'wrote', {
      ...named(model),
      ...(is('is_delayed') && { written: Date.parse(String(memberOf(attributes, 'time'))) || 0 }),
    });
  });

  function toldOf(value: unknown, what: string): void {
    const model = modelOf(value);
    if (model !== null) tell(model, what);
  }
}

/** The name in the contact list, where it is more than the address. */
function named(model: ConverseModel): { name?: string } {
  const name = model.getDisplayName?.();
  return typeof name === 'string' && name !== '' && name !== model.get('jid')
    ? { name: name.slice(0, 256) }
    : {};
}

/** The box itself, or that of a view. */
function modelOf(value: unknown): ConverseModel | null {
  const model = memberOf(value, 'model') ?? value;
  // Checked here as far as it is used.
  return typeof memberOf(model, 'get') === 'function' ? (model as ConverseModel) : null;
}

function memberOf(value: unknown, name: string): unknown {
  // Any object may be asked for any member.
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** The page's chat goes on without us. */
function quietly(action: () => unknown): void {
  try {
    action();
  } catch {
    // As said above.
  }
}
