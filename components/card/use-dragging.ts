import { useMemo } from 'preact/hooks';
import { cardSides } from '../../lib/domain/card-spot.ts';
import type { CardStanding } from './card-standing.ts';

/** A hand that trembles drags nothing. CSS pixels. */
const least = 4;

interface Grab {
  x: number;
  y: number;
  dx: number;
  dy: number;
  isDrag: boolean;
}

/** What moves the card: the pointer, by anything in it that is not pressed, and the arrow keys. */
export function useDragging(standing: CardStanding | undefined) {
  return useMemo(() => (standing ? dragging(standing) : {}), [standing]);
}

function dragging(standing: CardStanding) {
  let grab: Grab | undefined;
  let frame: number | undefined;
  let wasDrag = false;
  const tell = (done: boolean): void => {
    if (grab?.isDrag) standing.drag({ dx: grab.dx, dy: grab.dy, done });
  };
  const follow = ({ screenX, screenY }: PointerEvent): void => {
    if (grab) Object.assign(grab, { dx: screenX - grab.x, dy: screenY - grab.y });
  };
  const end = (): void => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    frame = undefined;
    tell(true);
    wasDrag = grab?.isDrag === true;
    grab = undefined;
  };
  return {
    onPointerDown(event: PointerEvent) {
      wasDrag = false;
      const { target, button, screenX: x, screenY: y } = event;
      const isPressed = target instanceof Element && target.closest('button:not(.pill)') !== null;
      if (button !== 0 || isPressed) return;
      grab = { x, y, dx: 0, dy: 0, isDrag: false };
    },
    onPointerMove(event: PointerEvent & { currentTarget: HTMLElement }) {
      if (grab === undefined) return;
      follow(event);
      if (!grab.isDrag && Math.hypot(grab.dx, grab.dy) <= least) return;
      // The frame moves with the pointer, which may leave it for a moment; not before, so that a press stays one.
      if (!grab.isDrag) event.currentTarget.setPointerCapture(event.pointerId);
      grab.isDrag = true;
      frame ??= requestAnimationFrame(() => {
        frame = undefined;
        tell(false);
      });
    },
    /** Where it is let go counts: of a move, the browser may still have had the frame where it was before. */
    onPointerUp(event: PointerEvent) {
      follow(event);
      end();
    },
    onPointerCancel: end,
    /** The end of a drag is no click. */
    onClickCapture(event: MouseEvent) {
      if (!wasDrag) return;
      wasDrag = false;
      event.stopPropagation();
    },
    onKeyDown({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent) {
      const side = cardSides.find((one) => key.toLowerCase() === `arrow${one}`);
      if (side !== undefined && !altKey && !ctrlKey && !metaKey && !shiftKey) standing.towards(side);
    },
  };
}
