const cover = '••••••';
/** Names under which secrets go in bodies of OAuth 2 and of APIs that give out their own keys. */
const secretName =
  /token|secret|password|passwd|(?:api|access)_?key|session_?(?:name|id|key)|challenge|assertion|code_verifier/i;
const fewest = 4;

/** A text without the credential, as it is and as it stands in an address. */
export function maskText(text: string, credential: string): string {
  if (credential.length < fewest) return text;
  const spellings = new Set([
    credential,
    encodeURIComponent(credential),
    // As it stands in a form.
    new URLSearchParams([['', credential]]).toString().slice(1),
    JSON.stringify(credential).slice(1, -1),
  ]);
  return [...spellings].reduce((masked, one) => masked.replaceAll(one, cover), text);
}

/** Whatever signs in is covered: the header for that by its name, any other by what is in it. */
export function maskHeaders(headers: [string, string][], credential: string): [string, string][] {
  return headers.map(([name, value]) => {
    if (!/^(?:proxy-)?authorization$/i.test(name)) {
      const short = credential.length < fewest && credential !== '' && value.includes(credential);
      return [name, short ? cover : maskText(value, credential)];
    }
    const scheme = /^([A-Za-z][\w-]*) ./.exec(value)?.[1];
    return [name, scheme ? `${scheme} ${cover}` : cover];
  });
}

/** The reply to a request that had the credential in its body: what signs in from now on may stand anywhere in it. */
export function maskReplyToLogin(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), (_key, value: unknown) =>
      typeof value === 'string' && value.length >= fewest ? cover : value,
    );
  } catch {
    return cover;
  }
}

/** A body in JSON or as a form, with the values of what is called a secret covered too. */
export function maskBody(text: string, credential: string): string {
  const masked = maskText(text, credential);
  try {
    return JSON.stringify(JSON.parse(masked), (key, value: unknown) =>
      secretName.test(key) && (typeof value === 'string' || typeof value === 'number') && value !== ''
        ? cover
        : value,
    );
  } catch {
    return masked.replace(/(^|&)([^=&\s]+)=([^&\s]+)/g, (all, before: string, name: string) =>
      // In a form, a code is one that gets a token; in JSON it is mostly an error's.
      secretName.test(name) || name === 'code' ? `${before}${name}=${cover}` : all,
    );
  }
}
