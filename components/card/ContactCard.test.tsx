import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ViewState } from '../../lib/domain/view-state.ts';
import { fixtureNow } from '../fixtures/people.ts';
import { states } from '../fixtures/states.ts';
import { createStillLink } from '../fixtures/still-link.ts';
import { ContactCard } from './ContactCard.tsx';

/** The room that the frame gives, as a page in it sees it. */
let low: EventTarget & { matches: boolean };

beforeEach(() => {
  vi.useFakeTimers();
  low = Object.assign(new EventTarget(), { matches: false });
  vi.stubGlobal('matchMedia', () => low);
  vi.spyOn(document, 'hasFocus').mockReturnValue(false);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function show(state: ViewState) {
  const standing = { shape: vi.fn(), drag: vi.fn(), towards: vi.fn(), noCard: vi.fn() };
  const [onHide, onOpen] = [vi.fn(), vi.fn()];
  const link = createStillLink(state);
  const clock = () => fixtureNow;
  const card = render(<ContactCard {...{ link, onHide, onOpen, standing, clock }} />);
  return { ...card, standing, onHide, onOpen };
}

/** The frame becomes so low, or is high again. */
function become(isLow: boolean): void {
  act(() => {
    low.matches = isLow;
    low.dispatchEvent(new Event('change'));
  });
}
const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));
const talking = states['03-matched-reduced'];
const ringing: ViewState = {
  ...talking,
  interactions: talking.interactions.map((one) => ({ ...one, facts: { ...one.facts, state: 'offered' } })),
};

describe('a card after the answer', () => {
  it('folds to a name and a timer, and unfolds when it is pressed', () => {
    const { standing } = show(talking);
    pass(7_999);
    expect(standing.shape).not.toHaveBeenCalled();
    pass(1);
    expect(standing.shape).toHaveBeenCalledExactlyOnceWith('pill');
    become(true);
    const pill = screen.getByRole('button');
    expect(pill.textContent).toMatch(/^.+\d+:\d\d.+Open the card$/);
    expect(pill.textContent).toContain(
      talking.interactions[0]!.resolution.status === 'matched' ? 'Élodie' : '',
    );
    fireEvent.click(pill);
    expect(standing.shape).toHaveBeenLastCalledWith('card');
    become(false);
    expect(document.activeElement?.textContent).toBe('Open panel');
  });

  it('stays while it rings, while the agent is at it, and while something is asked in it', () => {
    const { standing, unmount } = show(ringing);
    pass(60_000);
    expect(standing.shape).not.toHaveBeenCalled();
    unmount();
    const second = show(talking);
    act(() => void document.documentElement.dispatchEvent(new Event('pointerenter')));
    pass(60_000);
    act(() => void document.documentElement.dispatchEvent(new Event('pointerleave')));
    fireEvent.click(screen.getByRole('button', { name: 'More' }));
    pass(60_000);
    expect(second.standing.shape).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'More' }));
    pass(8_000);
    expect(second.standing.shape).toHaveBeenCalledExactlyOnceWith('pill');
  });
});

describe('the place of a card', () => {
  const at = (screenX: number, screenY: number) => ({ screenX, screenY, pointerId: 1, button: 0 });

  it('is where it is dragged to; a press that trembles is none, nor is one on a button', () => {
    const { standing, container } = show(talking);
    const main = container.querySelector('main')!;
    main.setPointerCapture = vi.fn();
    const press = (target: Element) => {
      fireEvent.pointerDown(target, at(100, 100));
      fireEvent.pointerMove(main, at(102, 101));
      pass(50);
    };
    press(screen.getByRole('heading', { level: 1 }));
    fireEvent.pointerUp(main, at(102, 101));
    expect(standing.drag).not.toHaveBeenCalled();
    press(screen.getByRole('button', { name: 'Open panel' }));
    fireEvent.pointerMove(main, at(300, 300));
    pass(50);
    fireEvent.pointerUp(main, at(300, 300));
    expect(standing.drag).not.toHaveBeenCalled();
    press(screen.getByRole('heading', { level: 1 }));
    fireEvent.pointerMove(main, at(40, 160));
    pass(50);
    expect(standing.drag).toHaveBeenLastCalledWith({ dx: -60, dy: 60, done: false });
    fireEvent.pointerMove(main, at(30, 170));
    fireEvent.pointerUp(main, at(30, 170));
    expect(standing.drag).toHaveBeenLastCalledWith({ dx: -70, dy: 70, done: true });
  });

  it('is not pressed by the end of a drag', () => {
    const { standing, container } = show(talking);
    become(true);
    const main = container.querySelector('main')!;
    main.setPointerCapture = vi.fn();
    const pill = screen.getByRole('button');
    fireEvent.pointerDown(pill, at(100, 100));
    fireEvent.pointerMove(main, at(200, 200));
    fireEvent.pointerUp(main, at(200, 200));
    fireEvent.click(pill);
    expect(standing.shape).not.toHaveBeenCalled();
    fireEvent.click(pill);
    expect(standing.shape).toHaveBeenCalledExactlyOnceWith('card');
  });

  it('is any corner by the arrow keys', () => {
    const { standing } = show(talking);
    const button = screen.getByRole('button', { name: 'Open panel' });
    for (const key of ['ArrowLeft', 'ArrowUp', 'a']) fireEvent.keyDown(button, { key });
    fireEvent.keyDown(button, { key: 'ArrowLeft', altKey: true });
    expect(standing.towards.mock.calls).toEqual([['left'], ['up']]);
  });

  it('is nowhere on this host, unless that is taken back in time', () => {
    const { standing } = show(talking);
    const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
    press('More');
    press('Not on this host');
    pass(4_999);
    press('Undo');
    pass(10_000);
    expect(standing.noCard).not.toHaveBeenCalled();
    press('More');
    press('Not on this host');
    expect(screen.getByText('No card on this host any more')).toBeTruthy();
    pass(5_000);
    expect(standing.noCard).toHaveBeenCalledOnce();
  });
});

it('says what matters now: when they last spoke', () => {
  const { container } = show(talking);
  expect(container.querySelector('.stands small')?.textContent).toMatch(/^(Spoke|Last|E-mail|Chat|Never)/);
});
