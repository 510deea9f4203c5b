import type { ComponentChildren } from 'preact';
import type { Connection } from '../../lib/domain/interaction/live.ts';
import { safeText } from '../../lib/domain/text/safe-text.ts';
import type { ViewState } from '../../lib/domain/view-state.ts';
import { plural } from '../words/counted.ts';
import { HostNote } from './HostNote.tsx';
import { useView } from './state/view-context.ts';

/** How many of the steps are done, for "Step 2 of 3". */
export function stepsDone({ connection, hosts }: ViewState): number {
  return (
    (connection.status === 'ready' ? 1 : 0) + (connection.status === 'ready' && hosts.length > 0 ? 1 : 0)
  );
}

/** Not connected yet: what is to be done, in order, each verified. */
export function Steps({ state }: { state: ViewState }) {
  const { actions, surface } = useView();
  const { connection, hosts } = state;
  const crm = connection.status === 'ready' ? connection.crm : undefined;
  const host = actions.allowHost;
  const hostName = host && new URL(host.origin).host;
  if (surface === 'widget')
    return (
      <div class="lead">
        <h1 class="title" tabIndex={-1}>
          Not connected yet
        </h1>
        <p>An administrator connects this widget to the CRM. Nothing is read until then.</p>
      </div>
    );
  return (
    <>
      {hosts.map((one) => (
        <HostNote key={one.origin} host={one} />
      ))}
      <div class="lead roomy">
        <h1 class="title" tabIndex={-1}>
          Three steps to the first pop
        </h1>
        <p>About two minutes. Nothing is read from any page until you allow it.</p>
      </div>
      <div class="empty">
        <ol class="steps">
          <Step title="Connect your CRM" done={crm !== undefined} next={crm === undefined}>
            <CrmStep connection={connection} />
          </Step>
          <Step
            title="Connect this softphone"
            done={hosts.length > 0}
            next={crm !== undefined && hosts.length === 0}
          >
            {hosts.length > 0 ? (
              <p>
                {new Intl.ListFormat('en').format(hosts.map((one) => safeText(one.label || one.origin, 64)))}{' '}
                {plural(hosts.length, 'is', 'are')} connected.
              </p>
            ) : host ? (
              <>
                <p>{hostName} is open in this window. Ringside asks for this address only.</p>
                <button
                  type="button"
                  class={`btn${crm === undefined ? '' : ' main'}`}
                  onClick={() => host.allow()}
                >
                  Allow on {hostName}
                </button>
              </>
            ) : (
              <>
                <p>Open your softphone or inbox in this window. Ringside asks for its address only.</p>
                {actions.openOptions && crm !== undefined && (
                  <button type="button" class="btn main" onClick={() => actions.openOptions?.('hosts')}>
                    Connect a host
                  </button>
                )}
              </>
            )}
          </Step>
          <Step
            title={actions.takeTestCall ? 'Take a test call' : 'Take a call'}
            done={false}
            next={crm !== undefined && hosts.length > 0}
          >
            <p>
              {actions.takeTestCall
                ? 'A made-up call from one of your own contacts. Nothing is written.'
                : 'Whoever calls next appears here, before you say hello. Nothing is written.'}
            </p>
          </Step>
        </ol>
      </div>
    </>
  );
}

/** What is to be done for the CRM: a key that it refused is the same step once more, and nothing was lost. */
function CrmStep({ connection }: { connection: Connection }) {
  const { openOptions } = useView().actions;
  if (connection.status === 'ready') return <p>{connection.crm} is connected.</p>;
  const refused = connection.status === 'signed-out' && connection.at !== undefined;
  const again = connection.status === 'signed-out';
  return (
    <>
      <p class={refused ? 'err' : ''}>
        {refused
          ? `${connection.crm} did not accept the key. It may be mistyped.`
          : again
            ? `${connection.crm} still needs its key.`
            : 'The one that knows your contacts, or the companion CRM.'}
      </p>
      {openOptions && (
        <button type="button" class="btn main" onClick={() => openOptions(again ? 'credential' : 'crms')}>
          {refused ? 'Type the key again' : again ? 'Sign in' : 'Connect a CRM'}
        </button>
      )}
    </>
  );
}

function Step(props: { title: string; done: boolean; next: boolean; children: ComponentChildren }) {
  return (
    <li
      class={props.done ? 'is-done' : props.next ? 'is-next' : ''}
      aria-current={props.next ? 'step' : undefined}
    >
      <div>
        <h2>
          {props.title}
          {props.done && <span class="hide"> (done)</span>}
        </h2>
        {props.children}
      </div>
    </li>
  );
}
