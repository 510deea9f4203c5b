/** Where the card stands in a host's page, and how large. Measures are CSS pixels. */
export const cardCorners = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;
export type CardCorner = (typeof cardCorners)[number];

/** So far from the two edges of the corner that it is nearest to: it stays there whatever the size of the window. */
export interface CardSpot {
  corner: CardCorner;
  x: number;
  y: number;
}

/** Whole, or folded to a name and a timer. */
export type CardShape = 'card' | 'pill';

export const cardSizes: Record<CardShape, { width: number; height: number }> = {
  card: { width: 340, height: 180 },
  pill: { width: 240, height: 36 },
};

/** From the edges, where nobody put it elsewhere. */
const margin = 24;
export const maxSpot = 10_000;

export function spotIn(corner: CardCorner): CardSpot {
  return { corner, x: margin, y: margin };
}

export const firstSpot = spotIn('bottom-right');

export const cardSides = ['left', 'right', 'up', 'down'] as const;
export type CardSide = (typeof cardSides)[number];

/** The corner on that side of where it stands. */
export function spotTowards({ corner }: CardSpot, side: CardSide): CardSpot {
  const [vertical, horizontal] = corner.split('-');
  const rows = { up: 'top', down: 'bottom' } as const;
  const next = side === 'up' || side === 'down' ? `${rows[side]}-${horizontal}` : `${vertical}-${side}`;
  return spotIn(cardCorners.find((one) => one === next) ?? corner);
}

/** A step of a drag: how far from where it began; the last one has `done`. */
export interface CardDrag {
  dx: number;
  dy: number;
  done: boolean;
}
