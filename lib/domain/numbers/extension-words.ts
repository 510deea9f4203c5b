/** Words before an extension, in the languages of those who type it. */
export const extensionWords =
  'extension|extn|ext|xtn|x|durchwahl|dw|klappe|kl|nebenstelle|nst|poste|interno|int|anexo|ramal|доб|внутр|wewn|wew|linka|' +
  'toestel|tst|dahili|内線|分机|分機';
