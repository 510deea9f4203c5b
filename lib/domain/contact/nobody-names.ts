import { foldText } from '../text/fold-text.ts';

/**
 * What programs and exchanges write where a person's name belongs, besides the words that stand for nobody
 * (nobody-words.ts): none of it says anything of the number, and none of it is a name. Judged by the whole text.
 */
const names = new Set(
  [
    // What exchanges call a call that they make or that comes in: FreeSWITCH, 3CX, sipgate.
    'outbound call|outgoing call|inbound call|incoming call|internal call|external call|callback|click to call|click to dial',
    'eingehender anruf|ausgehender anruf|appel entrant|appel sortant|llamada entrante|llamada saliente',
    'chamada recebida|chamada efetuada|chamada de entrada|chamada de saida|chiamata in arrivo|chiamata in uscita',
    // The names of exchanges and of what calls through them.
    'freeswitch|kamailio|opensips|fusionpbx|freepbx|3cx|pbx|sip user|webrtc|webphone|softphone|voip|voip user',
    // What North American name services say of a number without a name.
    'wireless caller|wireless call|cell phone|cellular call|mobile caller|toll free|toll free call|toll free caller|toll free number',
    // Chats and bridges.
    'whatsapp|whatsapp user|telegram user|facebook user|instagram user|signal user|deleted account|web visitor|website visitor',
    'site visitor|guest user|new visitor|new user|new contact|no name|no subject|test call',
  ]
    .flatMap((line) => line.split('|'))
    .map(foldText),
);

/** Whoever has no name is numbered; a surname alone, such as *Guest*, is a name. */
const numbered =
  /^(?:visitor|guest|user|customer|client|caller|contact|lead|gast|besucher|kunde|anrufer|invité|visiteur|visitante|invitado|cliente|ospite|utente|usuário|usuario)[\s#_-]*\p{Nd}+$/iu;
const opaque = /^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{24,64})$/i;

export function isNobodysName(name: string): boolean {
  const bare = name.trim();
  return (
    names.has(
      foldText(bare)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    ) ||
    numbered.test(bare) ||
    opaque.test(bare)
  );
}
