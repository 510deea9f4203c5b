import { kamailioMissing } from '../sip/kamailio.ts';
import { sippMissing } from '../sip/sipp.ts';
import { converseMissing } from '../xmpp/converse-page.ts';
import { prosodyMissing } from '../xmpp/prosody.ts';
import { chromiumMissing } from './browser/chromium.ts';
import { policyMissing } from './browser/packed.ts';
import { firefoxMissing } from './firefox/firefox.ts';
import { cyrusMissing } from './servers/definitions/cyrus-contacts.ts';
import { djangoMissing } from './servers/definitions/django-people.ts';
import { radicaleMissing } from './servers/radicale.ts';
import { trytonMissing } from './servers/tryton.ts';

const kamailioSpecs = ['sip-server', 'real-calls', 'detect-sip', 'crm-tryton', 'crm-carddav'];

/** What a spec needs and this machine does not have, in words; none where it can run. */
export function missingPrograms(spec: string): string[] {
  const needs = [
    ...browserOf(spec),
    ...(kamailioSpecs.some((name) => spec.startsWith(name)) ? [kamailioMissing()] : []),
    ...(spec.startsWith('detect-sip') ? [sippMissing()] : []),
    ...(spec.startsWith('detect-xmpp') ? [prosodyMissing(), converseMissing()] : []),
    ...(spec.startsWith('crm-carddav') ? [radicaleMissing()] : []),
    ...(/^(?:crm|definition)-tryton/.test(spec) ? [trytonMissing()] : []),
    ...(spec.startsWith('definition-jmap') ? [cyrusMissing()] : []),
    ...(spec.startsWith('definition-django') ? [djangoMissing()] : []),
    ...(spec.startsWith('packed') ? [policyMissing()] : []),
  ];
  return needs.filter((need) => need !== undefined);
}

/** A definition is tried on its store without one. */
function browserOf(spec: string): (string | undefined)[] {
  if (spec.startsWith('definition-')) return [];
  return [spec.startsWith('firefox') ? firefoxMissing() : chromiumMissing()];
}
