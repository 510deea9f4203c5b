/** Words before an extension, in the languages of those who type it. */
export const extensionWords =
  'extension|extensión|extensão|extn|ext|xtn|x|×|durchwahl|dw|klappe|kl|nebenstelle|nst|poste|interno|int|anexo|ramal|доб|внутр|' +
  'вн|wewn|wew|linka|klapka|mellék|toestel|tst|anknytning|ankn|lokal|lok|local|loc|alanro|alanumero|εσωτ|dahili|שלוחה|داخلي|ต่อ|' +
  '내선|内線|分机|分機|转|轉';
