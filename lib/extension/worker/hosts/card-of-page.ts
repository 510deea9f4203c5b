import { type CardDrag, type CardShape, type CardSpot, firstSpot } from '../../../domain/card-spot.ts';
import type { HostPortMessage } from '../../messages/host-messages.ts';
import { type CardPlace, type HostPage, post } from './host-page.ts';

type OfCard = Extract<HostPortMessage, { type: 'card-blocked' | 'card-seen' | 'card-spot' }>;

export interface CardHearer {
  onChange: () => void;
  onCardPlaced?: (origin: string, spot: CardSpot) => void;
}

/** What a page says of the card over it. */
export function hearOfCard(page: HostPage, message: OfCard, { onChange, onCardPlaced }: CardHearer): void {
  if (message.type === 'card-spot') {
    if (page.served && page.frameId === 0 && page.card === 'shown') onCardPlaced?.(page.origin, message.spot);
    return;
  }
  if (message.type === 'card-blocked') page.cardBlocked = true;
  else page.cardSeen = page.card === 'shown';
  onChange();
}

export interface CardWish {
  place: CardPlace;
  shape: CardShape;
  /** Where the agent has put it on this host. */
  spot: CardSpot | undefined;
  /** Address of the card's frame. */
  url: string;
}

/** Shows the card, keeps it at hand, moves it or takes it away; a page that knows is not told again. */
export function tellCard(page: HostPage, { place, shape, spot = firstSpot, url }: CardWish): void {
  const look = { spot, shape };
  const text = place === 'shown' ? JSON.stringify(look) : '';
  if (page.card === place && page.cardLook === text) return;
  if (page.card !== place) page.cardSeen = false;
  page.card = place;
  page.cardLook = text;
  if (place === 'shown') post(page, { type: 'card', show: true, url, look });
  else post(page, { type: 'card', show: false, ...(place === 'at-hand' && { url }) });
}

/** A step of a drag; only a card that is there can be dragged. */
export function dragCard(page: HostPage | undefined, step: CardDrag): void {
  if (page?.card === 'shown') post(page, { type: 'card-drag', step });
}
