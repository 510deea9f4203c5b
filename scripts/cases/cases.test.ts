import { readFileSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChecks } from './checks.ts';
import { findCaseFiles } from './format/find-case-files.ts';
import { runCase } from './run-case.ts';
import { lineOf } from './run-cases.ts';

/**
 * Ids of cases that are not as they should be yet. One that is right must leave the list; with the last one the list goes,
 * and what asks for it below.
 */
const knownToFail = new Set([
  'address-as-name',
  'agents-own-user',
  'ar-call-without-the-9',
  'ar-mobile-without-its-9',
  'ar-without-its-9-in-twenty',
  'arabic-digits',
  'arabic-digits-are-told',
  'arabic-digits-in-a-card',
  'australian-1831',
  'bengali-digits',
  'bj-before-the-01',
  'br-ninth-digit',
  'br-ninth-digit-in-espocrm',
  'br-ninth-digit-in-the-call',
  'british-141',
  'card-encoding-without-its-name',
  'card-latin-1',
  'card-one-odd-line',
  'card-quoted-printable',
  'card-several-soft-line-breaks',
  'card-shift-jis',
  'card-soft-line-break',
  'chatwoot-address-of-the-web-client',
  'chatwoot-address-with-a-device',
  'chatwoot-number-with-its-channel',
  'chatwoot-tel-uri',
  'chatwoot-whatsapp-address',
  'context-in-a-card',
  'context-in-a-tel-uri',
  'context-of-a-country-alone',
  'context-of-digits',
  'context-that-is-encoded',
  'context-with-dashes',
  'de-landline-without-plus',
  'de-mobile-without-plus',
  'devanagari-digits',
  'espocrm-addresses-of-null',
  'espocrm-entry-without-a-number',
  'espocrm-extension',
  'espocrm-extension-at-home',
  'extension-as-name',
  'extension-behind-a-star',
  'extension-behind-an-x',
  'foreign-without-plus',
  'full-width',
  'gb-in-germany-without-plus',
  'gb-in-the-us-without-plus',
  'hash-31-hash',
  'it-zero-lost',
  'it-zero-lost-in-the-crm',
  'it-zero-lost-in-twenty',
  'japanese-184',
  'messenger-of-apple',
  'messenger-of-nextcloud',
  'messenger-of-nextcloud-with-an-at',
  'messengers-side-by-side',
  'middle-dots',
  'mx-with-the-1-in-odoo',
  'mx-with-the-1-in-the-crm',
  'mx-with-the-1-of-mobiles',
  'name-of-the-transferrer',
  'narrow-no-break-space',
  'number-as-it-is-dialled-at-home',
  'odoo-record-without-an-id',
  'odoo-value-of-another-type',
  'own-number-as-name',
  'pause-and-digits',
  'persian-digits',
  'plus-before-a-london-number',
  'plus-before-a-national-number',
  'ringcentral-number-at-home',
  'ringing-told-as-begun',
  'same-number-other-spelling',
  'star-31-hash',
  'star-67',
  'star-67-and-ten-digits',
  'star-67-over-sip',
  'star-82',
  'thai-digits',
  'twenty-empty-further-number',
  'twenty-further-number-of-null',
  'twenty-further-numbers-are-no-list',
  'twenty-further-numbers-as-texts',
  'two-numbers-comma',
  'two-numbers-first-in-odoo',
  'two-numbers-google',
  'two-numbers-line-break',
  'two-numbers-or',
  'two-numbers-second-in-odoo',
  'two-numbers-second-in-twenty',
  'two-numbers-semicolon',
  'two-numbers-slash',
  'two-numbers-with-their-kinds',
  'verto-display',
  'verto-display-after-a-transfer',
  'verto-number-as-name',
  'without-plus-in-the-crm',
  'xmpp-number-of-another-country',
  'xmpp-sms-gateway',
  'xmpp-the-agent-writes-first',
  'zero-of-home-behind-the-code',
]);

const patience = 180_000;
const folder = fileURLToPath(new URL('../../cases', import.meta.url));
const files = (await findCaseFiles([folder])).map(({ path }) => path);
const cases = files.map((path) => ({ path, ...JSON.parse(readFileSync(path, 'utf8')) }));
const checks = createChecks();
// A busy machine takes its time to open a database.
beforeAll(() => checks.open(), patience);
afterAll(() => checks.close());

describe.each(Object.entries(Object.groupBy(files, (path) => relative(folder, dirname(path)))))(
  '%s',
  (_, paths = []) => {
    it.each(paths.map((path) => [basename(path, '.json'), path]))(
      '%s',
      { timeout: patience },
      async (id, path) => {
        const result = await runCase(path, checks.all);
        if (!knownToFail.has(id)) expect(lineOf(result)).toBe(`ok   ${id}`);
        else expect(result.ok, `${id} is right now: take it from the list in cases.test.ts`).toBe(false);
      },
    );
  },
);

describe('the cases', () => {
  it('have the id that their file is named after, each its own', () => {
    expect(cases.map(({ id }) => id)).toEqual(files.map((path) => basename(path, '.json')));
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  it('say what happened, and of which class it is, the same for all of a folder', () => {
    expect(cases.filter(({ situation }) => !/^\S[\s\S]{20,}\.$/.test(situation)).map(({ id }) => id)).toEqual(
      [],
    );
    const classes = new Map(cases.map((one) => [dirname(one.path), one.class]));
    expect(cases.filter((one) => one.class !== classes.get(dirname(one.path)))).toEqual([]);
    expect(new Set(classes.values()).size).toBe(classes.size);
  });

  it('are of every type that there is', () => {
    const types = new Set(cases.map(({ check }) => check.type));
    expect([...types].sort()).toEqual(Object.keys(checks.all).sort());
  });

  it('are all there that are known to fail', () => {
    const ids = new Set(cases.map(({ id }) => id));
    expect([...knownToFail].filter((id) => !ids.has(id))).toEqual([]);
  });
});
