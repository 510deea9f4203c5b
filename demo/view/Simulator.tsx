import { useSignal } from '@preact/signals';
import type { Arrival } from '../desk/interaction.ts';
import { campaigns, type Scenario, scenarios } from '../desk/scenarios.ts';
import { ChannelIcon } from './ChannelIcon.tsx';
import { OwnArrival } from './OwnArrival.tsx';

const verbs: Partial<Record<Arrival['channel'], string>> = { phone: 'Ring', chat: 'Chat' };

/** The customer side: one button a customer who gets in touch in the chosen campaign. */
export function Simulator({ onArrive }: { onArrive: (arrival: Arrival) => void }) {
  const campaign = useSignal(campaigns[0] ?? '');
  return (
    <aside class="simulator" aria-labelledby="simulator-title">
      <h2 id="simulator-title">Customers</h2>
      <p class="note">Play the customer: each button makes somebody get in touch.</p>
      <label class="field">
        <span>Campaign</span>
        <select
          value={campaign.value}
          onChange={(event) => {
            campaign.value = event.currentTarget.value;
          }}
        >
          {campaigns.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <ul class="scenarios">
        {scenarios.map((scenario) => (
          <li key={`${scenario.arrival.channel} ${scenario.label}`}>
            <ScenarioButton
              scenario={scenario}
              onClick={() => onArrive({ ...scenario.arrival, campaign: campaign.value })}
            />
          </li>
        ))}
      </ul>
      <OwnArrival campaign={campaign.value} onArrive={onArrive} />
    </aside>
  );
}

function ScenarioButton({ scenario, onClick }: { scenario: Scenario; onClick: () => void }) {
  const { channel } = scenario.arrival;
  return (
    <button type="button" class="scenario" onClick={onClick}>
      <ChannelIcon channel={channel} />
      <span class="who">
        <strong>{scenario.label}</strong>
        <bdi>{scenario.hint}</bdi>
      </span>
      <span class="verb">{verbs[channel] ?? 'Write'}</span>
    </button>
  );
}
