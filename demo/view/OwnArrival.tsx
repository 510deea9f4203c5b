import { channels, directions } from '../../lib/domain/host/host-event.ts';
import type { Arrival } from '../desk/interaction.ts';
import { readArrival } from '../desk/ring-hook.ts';
import { channelNames } from './ChannelIcon.tsx';

interface OwnArrivalProps {
  campaign: string;
  onArrive: (arrival: Arrival) => void;
}

/** Any customer at all: channel, number or address, name, ContactID, direction. */
export function OwnArrival({ campaign, onArrive }: OwnArrivalProps) {
  function start(event: SubmitEvent): void {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const { withheld, ring, ...rest } = Object.fromEntries(new FormData(event.currentTarget));
    const arrival = readArrival({ ...rest, ring: withheld ? 'withheld' : ring, campaign });
    if (arrival) onArrive(arrival);
  }

  return (
    <details class="own">
      <summary>Somebody else</summary>
      <form onSubmit={start}>
        <label class="field">
          <span>Channel</span>
          <select name="channel">
            {channels.map((channel) => (
              <option key={channel} value={channel}>
                {channelNames[channel]}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>Direction</span>
          <select name="direction">
            {directions.map((direction) => (
              <option key={direction} value={direction}>
                {direction[0]?.toUpperCase() + direction.slice(1)}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>Number or address</span>
          <input name="ring" autocomplete="off" placeholder="+33 1 99 00 42 17" />
        </label>
        <label class="check">
          <input type="checkbox" name="withheld" />
          <span>Withhold it</span>
        </label>
        <label class="field">
          <span>Name the host knows</span>
          <input name="name" autocomplete="off" />
        </label>
        <label class="field">
          <span>ContactID the host knows</span>
          <input name="contactId" autocomplete="off" />
        </label>
        <button type="submit" class="primary">
          Start
        </button>
      </form>
    </details>
  );
}
