import type { Browser } from 'playwright-core';
import type { OutgoingCall } from '../pages/softphone-contract.ts';
import { startKamailio } from '../sip/kamailio.ts';
import { openSoftphone, type SoftphonePage } from '../sip/softphone-page.ts';
import { startPlainChromium } from './browser/chromium.ts';
import { type Ringside, startRingside } from './browser/ringside.ts';
import { connectCrm } from './pages/connect-crm.ts';
import { type PanelView, panelView } from './pages/panel-view.ts';
import { startPages } from './servers/page-server.ts';

/** An agent's softphone with Ringside beside it and a customer who calls over a SIP server; the CRM is still to choose. */
export interface CallDesk {
  ringside: Ringside;
  agent: SoftphonePage;
  view: PanelView;
  /** Connects this CRM in the options page, as an administrator does; the inputs by their labels. */
  connectCrm(label: string, inputs: Record<string, string>): Promise<void>;
  /** A call that rings at the agent's. */
  rings(from: string, displayName?: string): Promise<void>;
  /** The customer hangs up, and the agent's list is empty again. */
  hangsUp(): Promise<void>;
  stop(): Promise<void>;
}

export async function startCallDesk(): Promise<CallDesk> {
  const [kamailio, pages, ringside, elsewhere] = await Promise.all([
    startKamailio(),
    startPages(),
    startRingside(),
    startPlainChromium(),
  ]);
  await ringside.connect({ hosts: [pages.origin()] });
  const open = async (browser: Pick<Browser, 'newPage'>, library: 'jssip' | 'sipjs', user: string) =>
    openSoftphone(await browser.newPage(), { pages: pages.origin(), url: kamailio.url, library, user });
  const agent = await open(ringside.context, 'jssip', 'agent');
  const customer = await open(elsewhere, 'sipjs', 'trunk');
  const view = panelView(await ringside.openPanel());

  return {
    ringside,
    agent,
    view,
    connectCrm: (label, inputs) => connectCrm(ringside, label, inputs),
    async rings(from, displayName) {
      const call: OutgoingCall = { number: 'agent', from, ...(displayName && { displayName }) };
      await customer.call(call);
      await agent.reaches('ringing');
    },
    async hangsUp() {
      await customer.press('Hang up');
      await agent.reaches('ended');
      await view.clearRail();
    },
    async stop() {
      await elsewhere.close();
      await ringside.stop();
      await Promise.all([pages.stop(), kamailio.stop()]);
    },
  };
}
