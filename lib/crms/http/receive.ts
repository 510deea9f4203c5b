import { CrmError, type SafeCrmError } from '../../domain/crm/crm-error.ts';
import { errorOfResponse } from './error-of-response.ts';
import type { HttpAnswer } from './http-answer.ts';
import { isJson } from './is-json.ts';
import { readCapped } from './read-capped.ts';

export interface Expected {
  decode?: ((answer: HttpAnswer) => unknown) | undefined;
  largest?: number;
}

/** What came, and what was made of it. */
export interface Received {
  answer: HttpAnswer;
  value: unknown;
}

const largestReply = 1_048_576;

/** Reads an answer to its cap. Throws the typed error of one that is no success, and `bad-reply` for what is not as expected. */
export async function receive(
  response: Response,
  expected: Expected,
  refusal: ((answer: HttpAnswer) => SafeCrmError | undefined) | undefined,
): Promise<Received> {
  if (!response.ok) throw await errorOfResponse(response, refusal);
  if (!expected.decode && !isJson(response)) throw new CrmError({ code: 'bad-reply' });
  const { status, headers } = response;
  const answer = { status, headers, text: await readCapped(response, expected.largest ?? largestReply) };
  return { answer, value: decodeAnswer(answer, expected) };
}

export function decodeAnswer(answer: HttpAnswer, { decode }: Expected): unknown {
  try {
    return decode ? decode(answer) : JSON.parse(answer.text);
  } catch (error) {
    throw error instanceof CrmError ? error : new CrmError({ code: 'bad-reply' });
  }
}
