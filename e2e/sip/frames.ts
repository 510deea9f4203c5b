/** SIP requests and replies as a server writes them onto the wire (RFC 3261), for pages that only listen. */
export interface Dialog {
  callId: string;
  from: string;
  displayName?: string;
  headers?: string[];
}

function request(method: string, { callId, from, displayName, headers = [] }: Dialog, sequence = 1): string {
  const name = displayName === undefined ? '' : `"${displayName}" `;
  return [
    `${method} sip:agent@ringside.invalid SIP/2.0`,
    `Via: SIP/2.0/WS ringside.invalid;branch=z9hG4bK${callId}`,
    'Max-Forwards: 70',
    `From: ${name}<sip:${from}@ringside.invalid>;tag=f-${callId}`,
    'To: <sip:agent@ringside.invalid>',
    `Call-ID: ${callId}`,
    `CSeq: ${sequence} ${method}`,
    ...headers,
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n');
}

export const invite = (dialog: Dialog) => request('INVITE', dialog);
export const cancel = (dialog: Dialog) => request('CANCEL', dialog);
export const bye = (dialog: Dialog) => request('BYE', dialog, 2);
