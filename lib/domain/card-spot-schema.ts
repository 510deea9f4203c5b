import * as z from 'zod/mini';
import { cardCorners, cardSides, maxSpot } from './card-spot.ts';

const distance = z.int().check(z.minimum(0), z.maximum(maxSpot));
const step = z.number().check(z.minimum(-maxSpot), z.maximum(maxSpot));

export const cardSideSchema = z.enum(cardSides);
export const cardSpotSchema = z.object({ corner: z.enum(cardCorners), x: distance, y: distance });
export const cardShapeSchema = z.enum(['card', 'pill']);
export const cardDragSchema = z.object({ dx: step, dy: step, done: z.boolean() });
