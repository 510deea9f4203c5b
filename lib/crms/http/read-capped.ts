import { CrmError } from '../../domain/crm/crm-error.ts';

/** The body as text, read piece by piece. Throws `bad-reply` beyond `limit` bytes, where it breaks off or is not UTF-8. */
export async function readCapped(response: Response, limit: number): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let size = 0;
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      size += value.byteLength;
      if (size > limit) throw new CrmError({ code: 'bad-reply' });
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    throw new CrmError({ code: 'bad-reply' });
  } finally {
    reader.cancel().catch(() => {});
  }
}
