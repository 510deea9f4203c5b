import type { CrmDefinition } from './crm-definition.ts';
import { checkRequest } from './crm-definition-requests.ts';
import { checkText, type Problem } from './crm-definition-templates.ts';

const whoAsks = ['user', 'secret'];

/** What every request may name once somebody signed in by a request. */
export function ofSession(auth: CrmDefinition['auth']): string[] {
  if (auth.kind !== 'login') return [];
  return ['session', ...Object.keys(auth.values ?? {}).map((name) => `login.${name}`)];
}

/** The requests that sign in: they, and nothing else, may name the secret, and only in a body or a header. */
export function checkLogin(auth: CrmDefinition['auth']): Problem[] {
  if (auth.kind !== 'login') return [];
  const { challenge, answer = [], request } = auth;
  const known = [...whoAsks, ...(challenge ? ['challenge'] : [])];
  return [
    ...(challenge
      ? checkRequest(challenge.request, { at: ['auth', 'challenge', 'request'], names: ['user'] })
      : []),
    ...answer.flatMap(({ of, key }, index) => {
      const names = index === 0 ? known : [...known, 'answer'];
      const at = ['auth', 'answer', index];
      return [
        ...checkText(of, { at: [...at, 'of'], names }, false),
        ...(key === undefined ? [] : checkText(key, { at: [...at, 'key'], names }, false)),
      ];
    }),
    ...checkRequest(request, {
      at: ['auth', 'request'],
      names: answer.length > 0 ? [...known, 'answer'] : known,
      method: 'post',
    }),
    ...(auth.session
      ? checkText(
          auth.session.of,
          { at: ['auth', 'session', 'of'], names: ['user', 'token', ...ofSession(auth).slice(1)] },
          false,
        )
      : []),
    // Else the token itself could be named where only other values may stand.
    ...Object.entries(auth.values ?? {}).flatMap(([name, path]) =>
      path === auth.token
        ? [{ path: ['auth', 'values', name], expected: ['not-in-address', 'session'] as const }]
        : [],
    ),
  ];
}
