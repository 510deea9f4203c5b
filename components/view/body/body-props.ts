import type { LiveInteraction, Resolution } from '../../../lib/domain/interaction/live.ts';

/** What every body of an interaction is drawn from. */
export interface BodyProps {
  interaction: LiveInteraction;
  /** The resolution after the wrong-person guard; nothing else may be drawn. */
  shown: Resolution;
  crm: string;
}
