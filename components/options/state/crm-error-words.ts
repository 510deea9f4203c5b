import type { SafeCrmError } from '../../../lib/domain/crm/crm-error.ts';

/** What went wrong with the CRM, and what to do about it, in plain words. */
export function crmErrorWords(
  error: SafeCrmError,
  online = navigator.onLine !== false,
): { text: string; advice: string } {
  switch (error.code) {
    case 'unreachable':
      if (!online)
        return { text: 'This computer is offline', advice: 'Connect it to the network, then test again.' };
      return {
        text: 'The address does not answer',
        advice:
          'Check the address, that the server runs, and that this browser trusts its certificate. Open the address in a tab to see for yourself.',
      };
    case 'timeout':
      return {
        text: 'The address does not answer in time',
        advice: 'The server may be busy, or the network slow. Test again in a minute.',
      };
    case 'signed-out':
      return {
        text: 'The key is refused',
        advice: 'It is mistyped, has run out or was taken back. Make a new one in the CRM and type it here.',
      };
    case 'not-allowed':
      return {
        text: 'The CRM does not allow this to the owner of the key',
        advice: 'Give this user the right in the CRM, then test again.',
      };
    case 'not-found':
      return {
        text: 'Something answers, but this CRM is not there',
        advice: 'Check the address, also what stands after the host name.',
      };
    case 'rate-limited':
      return {
        text: 'The CRM asks for a pause',
        advice: `Test again in ${Math.max(1, Math.ceil((error.retryAfterMs ?? 60_000) / 1_000))} s.`,
      };
    case 'server-error':
      return {
        text: 'The CRM reports a fault of its own',
        advice: 'Its administrator finds more in its log. Test again later.',
      };
    case 'redirected':
      return {
        text: 'The address leads on to another one',
        advice:
          'Ringside never follows with a key. Type the address it leads to, unless that is a log-in page.',
      };
    case 'bad-reply':
      return {
        text: 'What answers does not speak the language of this CRM',
        advice:
          'It may be a web page, such as a log-in page. Check that the address is the one of the CRM, and the CRM chosen above.',
      };
    case 'not-supported':
      return { text: 'This CRM cannot do that', advice: 'Nothing to do here.' };
    case 'conflict':
    case 'invalid':
      return {
        text: 'The CRM does not accept the question',
        advice: 'Its version may not fit this Ringside. Update the older of the two.',
      };
  }
}
