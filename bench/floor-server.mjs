/**
 * The least that can answer a lookup or a search over HTTP: what the companion server's times are divided by
 * (`bench/pop/rows/server/`). A map in memory of one contact for each of the numbers that it is told; `node bench/floor-server.mjs`,
 * then `{ "numbers": […] }` to `/numbers`. Prints its address when it is ready.
 */
import { createServer } from 'node:http';

const contacts = new Map();

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { numbers = [], identifier, query } = JSON.parse(Buffer.concat(chunks).toString() || '{}');
  for (const value of numbers)
    contacts.set(value, { id: value, name: `Somebody ${value}`, identifiers: [{ kind: 'phone', value }] });
  const found = identifier
    ? [contacts.get(identifier.value)]
    : [...contacts.values()].slice(0, query ? 50 : 0);
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ contacts: found }));
});
server.listen(0, '127.0.0.1', () => console.log(`Ready at http://127.0.0.1:${server.address().port}`));
