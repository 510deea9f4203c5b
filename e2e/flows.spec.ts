import { deskFlows } from './flows/desk-flows.ts';
import { startChromiumDesk } from './harness/desk/chromium-desk.ts';

deskFlows('Chromium', startChromiumDesk);
