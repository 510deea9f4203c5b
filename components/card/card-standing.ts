import type { CardDrag, CardShape, CardSide } from '../../lib/domain/card-spot.ts';

/** What the agent may do with the card as a thing over a host's page. */
export interface CardStanding {
  shape(shape: CardShape): void;
  drag(step: CardDrag): void;
  towards(side: CardSide): void;
  /** No card over pages of this host any more. */
  noCard(): void;
}
