import { type CardCorner, type CardSpot, cardCorners, maxSpot, spotIn } from '../../domain/card-spot.ts';

interface Size {
  width: number;
  height: number;
}
interface Box extends Size {
  left: number;
  top: number;
}

/** Where it may be typed. */
const typed = 'input:not([type=button],[type=submit],[type=checkbox],[type=radio]),textarea,select';
const pressed = 'button,[role=button],a[href],input[type=button],input[type=submit]';
/** More than a page has on its screen. */
const mostButtons = 2_000;
/** What takes a call is called something like this, in the languages that contact centres speak most. */
const answers =
  /\b(?:answer|accept|pick ?up|take call|contestar|atender|aceptar|responder|aceitar|repondre|decrocher|accepter|annehmen|abheben|rispondi|accetta|odbierz|beantwoorden|opnemen)|رد|قبول|استلام|应答|接听|応答|ответить|принять/iu;

/** As CSS: inset from the edges of its corner, and never out of the window. */
export function insetOf({ corner, x, y }: CardSpot, { width, height }: Size): string {
  const within = (distance: number, whole: string) => `max(0px,min(${distance}px,${whole}))`;
  const across = within(x, `100vw - ${width}px`);
  const down = within(y, `100vh - ${height}px`);
  const [top, bottom] = corner.startsWith('top') ? [down, 'auto'] : ['auto', down];
  const [left, right] = corner.endsWith('left') ? [across, 'auto'] : ['auto', across];
  return `${top} ${right} ${bottom} ${left}`;
}

/** Where it was put, as a spot of the nearest corner. */
export function spotOf({ left, top, width, height }: Box, view: Size): CardSpot {
  const [right, bottom] = [view.width - left - width, view.height - top - height];
  const corner: CardCorner = `${top <= bottom ? 'top' : 'bottom'}-${left <= right ? 'left' : 'right'}`;
  const whole = (distance: number) => Math.round(Math.min(Math.max(distance, 0), maxSpot));
  return { corner, x: whole(Math.min(left, right)), y: whole(Math.min(top, bottom)) };
}

/** The spot, or the first corner where it covers neither what is typed into nor what answers; if all do, the spot. */
export function freeSpot(document: Document, wanted: CardSpot, size: Size): CardSpot {
  const view = { width: document.documentElement.clientWidth, height: document.documentElement.clientHeight };
  const kept = boxesToKeepOff(document);
  const isFree = (spot: CardSpot) => !kept.some((box) => meet(box, boxOf(spot, size, view)));
  return kept.length === 0 ? wanted : ([wanted, ...besides(wanted)].find(isFree) ?? wanted);
}

/** The other corners: first the one above or below. */
function besides({ corner }: CardSpot): CardSpot[] {
  const [vertical, horizontal] = corner.split('-');
  const others = cardCorners.filter((one) => one !== corner);
  const nearness = (one: string) =>
    one.endsWith(`-${horizontal}`) ? 0 : one.startsWith(`${vertical}`) ? 1 : 2;
  return others.sort((a, b) => nearness(a) - nearness(b)).map(spotIn);
}

function boxOf({ corner, x, y }: CardSpot, { width, height }: Size, view: Size): Box {
  const [across, down] = [
    Math.max(0, Math.min(x, view.width - width)),
    Math.max(0, Math.min(y, view.height - height)),
  ];
  return {
    left: corner.endsWith('left') ? across : view.width - width - across,
    top: corner.startsWith('top') ? down : view.height - height - down,
    width,
    height,
  };
}

function boxesToKeepOff(document: Document): Box[] {
  const focused = document.activeElement;
  const field =
    focused && (focused.matches(typed) || (focused as Partial<HTMLElement>).isContentEditable)
      ? [focused]
      : [];
  const buttons = [...document.querySelectorAll(pressed)].slice(0, mostButtons).filter(isAnswer);
  return [...field, ...buttons]
    .map((one) => one.getBoundingClientRect())
    .filter(({ width, height }) => width * height > 0);
}

function isAnswer(button: Element): boolean {
  const names = [button.getAttribute('aria-label'), button.getAttribute('title'), button.textContent];
  return names.some((name) => name !== null && name.length <= 60 && answers.test(plain(name)));
}

function plain(name: string): string {
  return name.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}

function meet(a: Box, b: Box): boolean {
  return (
    a.left < b.left + b.width &&
    b.left < a.left + a.width &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height
  );
}
