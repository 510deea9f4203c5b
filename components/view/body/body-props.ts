import type { LiveInteraction, Resolution } from '../../../lib/domain/interaction/live.ts';
import type { ViewState } from '../../../lib/domain/view-state.ts';

/** What every body of an interaction is drawn from. */
export interface BodyProps {
  interaction: LiveInteraction;
  /** The resolution after the wrong-person guard; nothing else may be drawn. */
  shown: Resolution;
  crm: string;
}
