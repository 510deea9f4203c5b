import { CrmError } from '../../domain/crm/crm-error.ts';

/**
 * What several questions at once are answered: undefined for one whose answer cannot be read, so that it spoils no other.
 * Throws the first of any other failure.
 */
export async function eachReadable<Value>(asking: Promise<Value>[]): Promise<(Value | undefined)[]> {
  return Promise.all(
    asking.map((one) =>
      one.catch((error: unknown) => {
        if (error instanceof CrmError && error.safe.code === 'bad-reply') return undefined;
        throw error;
      }),
    ),
  );
}
