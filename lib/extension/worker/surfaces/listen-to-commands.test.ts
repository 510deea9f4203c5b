import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keyCommands } from '../../../domain/key-commands.ts';
import { emptyViewState, type ViewState } from '../../../domain/view-state.ts';
import type { CommandReply, ViewCommand } from '../../../engine/commands/commands.ts';
import { type CommandParts, type CommandsApi, listenToCommands } from './listen-to-commands.ts';

type Live = ViewState['interactions'][number];
const live = (key: string, contactId?: string): Live =>
  ({
    key,
    resolution:
      contactId === undefined ? { status: 'idle' } : { status: 'matched', contact: { id: contactId } },
  }) as unknown as Live; // As much as a key needs.

let state: ViewState;
let tell: (state: ViewState) => void;
let now: number;
const send = vi.fn(async (_: ViewCommand): Promise<CommandReply> => ({ ok: true }));
const search = vi.fn();
const open = vi.fn(async () => {});
const isShown = vi.fn(() => true);
let press: (name: string) => void;
let api: CommandsApi;

beforeEach(async () => {
  vi.clearAllMocks();
  now = 10_000;
  state = { ...emptyViewState, interactions: [live('a', 'c1'), live('b'), live('c')], front: 'a' };
  const engine = {
    get state() {
      return state;
    },
    send,
    subscribe(listener: (state: ViewState) => void) {
      tell = listener;
      listener(state);
    },
  };
  api = {
    commands: {
      onCommand: {
        addListener(listener: (name: string, tab: { windowId: number }) => void) {
          press = (name) => listener(name, { windowId: 4 });
        },
      },
    },
    sidePanel: { open },
  } as unknown as CommandsApi; // The parts that are used.
  const signal = new AbortController().signal;
  const parts = { engine: Promise.resolve(engine), search, isShown, signal, now: () => now };
  listenToCommands(parts as unknown as CommandParts, api); // Its `send` answers every command alike.
  await Promise.resolve();
  now += 1_000;
});

const sent = async () => {
  await vi.waitFor(() => expect(send).toHaveBeenCalled(), { interval: 1 });
  return send.mock.calls.map(([command]) => command);
};
/** What was under way is done. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('a key of the whole browser', () => {
  it('opens the panel of the window that it was pressed in, within the gesture', () => {
    press('open-panel');
    expect(open).toHaveBeenCalledWith({ windowId: 4 });
    expect(search).not.toHaveBeenCalled();
  });

  it('opens Firefox’s sidebar', () => {
    const sidebar = vi.fn(async () => {});
    Object.assign(api, { sidebarAction: { open: sidebar } });
    press('open-panel');
    expect(sidebar).toHaveBeenCalledOnce();
    expect(open).not.toHaveBeenCalled();
  });

  it('opens it for the search, too', () => {
    press('search-contacts');
    expect(open).toHaveBeenCalledWith({ windowId: 4 });
    expect(search).toHaveBeenCalledWith(4);
  });

  it.each([
    ['next-interaction', 'a', 'b'],
    ['next-interaction', 'c', 'a'],
    ['next-interaction', null, 'a'],
    ['previous-interaction', 'a', 'c'],
    ['previous-interaction', null, 'c'],
  ])('%s goes from %s to %s', async (name, front, key) => {
    state = { ...state, front };
    press(name);
    expect(await sent()).toEqual([{ type: 'interaction.show', key }]);
  });

  it('goes nowhere where there is nothing else', async () => {
    state = { ...state, interactions: [live('a', 'c1')] };
    press('next-interaction');
    state = { ...state, interactions: [], front: null };
    press('previous-interaction');
    await settled();
    expect(send).not.toHaveBeenCalled();
  });

  it('drops the match of the one in front', async () => {
    press('not-this-person');
    expect(await sent()).toEqual([{ type: 'contact.reject', key: 'a', contactId: 'c1' }]);
  });

  it('drops none that nobody sees, or that came to the front a moment ago', async () => {
    isShown.mockReturnValueOnce(false);
    press('not-this-person');
    await settled();
    tell({ ...state, front: 'b' });
    tell(state);
    now += 599;
    press('not-this-person');
    await settled();
    expect(send).not.toHaveBeenCalled();
    now += 1;
    press('not-this-person');
    expect(await sent()).toHaveLength(1);
  });

  it('drops nothing where nobody is matched, and another’s command does nothing', async () => {
    state = { ...state, front: 'b' };
    press('not-this-person');
    press('_execute_action');
    press('toString');
    await settled();
    expect(send).not.toHaveBeenCalled();
    expect(open).not.toHaveBeenCalled();
  });
});

it('has keys for four commands from the start, which is as many as browsers take, and none for what drops a match', () => {
  expect(Object.values(keyCommands).filter((keys) => keys !== null)).toHaveLength(4);
  expect(keyCommands['not-this-person']).toBeNull();
});
