import { deskFlows } from './flows/desk-flows.ts';
import { startFirefoxDesk } from './harness/desk/firefox-desk.ts';

deskFlows('Firefox', () => startFirefoxDesk());
