import type { ComponentChildren } from 'preact';
import type { ViewState } from '../lib/domain/view-state.ts';
import { useView } from './view-context.ts';

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
  const crm = connection.status === 'not-connected' ? undefined : connection.crm;
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
      <div class="lead roomy">
        <h1 class="title" tabIndex={-1}>
          Three steps to the first pop
        </h1>
        <p>About two minutes. Nothing is read from any page until you allow it.</p>
      </div>
      <div class="empty">
        <ol class="steps">
          <Step title="Connect your CRM" done={crm !== undefined} next={crm === undefined}>
            <p>{crm ? `${crm} is connected.` : 'The one that knows your contacts, or the companion CRM.'}</p>
            {crm === undefined && actions.openOptions && (
              <button type="button" class="btn main" onClick={() => actions.openOptions?.('crms')}>
                Connect a CRM
              </button>
            )}
          </Step>
          <Step
            title="Connect this softphone"
            done={hosts.length > 0}
            next={crm !== undefined && hosts.length === 0}
          >
            {hosts.length > 0 ? (
              <p>{hosts.map((one) => one.label || one.origin).join(', ')} is connected.</p>
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
          <Step title={actions.takeTestCall ? 'Take a test call' : 'Take a call'} done={false} next={false}>
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
