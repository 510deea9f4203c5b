import type { ComponentChildren } from 'preact';
import type { Connection } from '../../lib/domain/interaction/live.ts';
import { safeText } from '../../lib/domain/text/safe-text.ts';
import type { ViewState } from '../../lib/domain/view-state.ts';
import { viewWords } from '../words/view-words.ts';
import { HostNote } from './HostNote.tsx';
import { shownConnection } from './state/shown-connection.ts';
import { useView } from './state/view-context.ts';
import { takeTestCall } from './test-call.ts';

/** How many of the steps are done, for "Step 2 of 3". */
export function stepsDone({ connections, hosts }: ViewState): number {
  if (!connections.some(({ status }) => status === 'ready')) return 0;
  return hosts.length > 0 ? 2 : 1;
}

/** Not connected yet: what is to be done, in order, each verified. */
export function Steps({ state }: { state: ViewState }) {
  const view = useView();
  const { actions, surface } = view;
  const { connections, hosts } = state;
  const connection = shownConnection(connections, undefined);
  const words = viewWords().steps;
  const crm = connection?.status === 'ready' ? connection.crm : undefined;
  const host = actions.allowHost;
  const hostName = host && new URL(host.origin).host;
  if (surface === 'widget')
    return (
      <div class="lead">
        <h1 class="title" tabIndex={-1}>
          {words.notConnected}
        </h1>
        <p>{words.widget}</p>
      </div>
    );
  return (
    <>
      {hosts.map((one) => (
        <HostNote key={one.origin} host={one} />
      ))}
      <div class="lead roomy">
        <h1 class="title" tabIndex={-1}>
          {words.title}
        </h1>
        <p>{words.lead}</p>
      </div>
      <div class="empty">
        <ol class="steps">
          <Step title={words.crm} done={crm !== undefined} next={crm === undefined}>
            <CrmStep connection={connection} />
          </Step>
          <Step
            title={words.softphone}
            done={hosts.length > 0}
            next={crm !== undefined && hosts.length === 0}
          >
            {hosts.length > 0 ? (
              <p>{words.hostsConnected(hosts.map((one) => safeText(one.label || one.origin, 64)))}</p>
            ) : host ? (
              <>
                <p>{words.hostOpen(hostName ?? '')}</p>
                <button
                  type="button"
                  class={`btn${crm === undefined ? '' : ' main'}`}
                  onClick={() => host.allow()}
                >
                  {words.allowOn(hostName ?? '')}
                </button>
              </>
            ) : (
              <>
                <p>{words.openHost}</p>
                {actions.openOptions && crm !== undefined && (
                  <button type="button" class="btn main" onClick={() => actions.openOptions?.('hosts')}>
                    {words.connectHost}
                  </button>
                )}
              </>
            )}
          </Step>
          <Step
            title={actions.takeTestCall ? words.testCall : words.call}
            done={false}
            next={crm !== undefined && hosts.length > 0}
          >
            <p>{actions.takeTestCall ? words.testCallIs : words.callIs}</p>
            {actions.takeTestCall && crm !== undefined && hosts.length > 0 && (
              <button type="button" class="btn main" onClick={() => void takeTestCall(view)}>
                {words.testCall}
              </button>
            )}
          </Step>
        </ol>
      </div>
    </>
  );
}

/** What is to be done for the CRM: a key that it refused is the same step once more, and nothing was lost. */
function CrmStep({ connection }: { connection: Connection | undefined }) {
  const { openOptions } = useView().actions;
  const { steps: words, signIn } = viewWords();
  if (connection?.status === 'ready') return <p>{words.crmConnected(connection.crm)}</p>;
  const refused = connection?.status === 'signed-out' && connection.at !== undefined;
  const again = connection !== undefined;
  return (
    <>
      <p class={refused ? 'err' : ''}>
        {refused
          ? words.crmRefused(connection.crm)
          : again
            ? words.crmNeedsKey(connection.crm)
            : words.whichCrm}
      </p>
      {openOptions && (
        <button type="button" class="btn main" onClick={() => openOptions(again ? 'credential' : 'crms')}>
          {refused ? words.typeAgain : again ? signIn : words.connectCrm}
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
          {props.done && <span class="hide">{viewWords().steps.done}</span>}
        </h2>
        {props.children}
      </div>
    </li>
  );
}
