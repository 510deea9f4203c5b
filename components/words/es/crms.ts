import type { crmsEnglish } from '../en/crms.ts';
import { carddavSpanish } from './crms/carddav.ts';
import { companionSpanish } from './crms/companion.ts';
import { crmFieldSpanish } from './crms/crm-words.ts';
import { dolibarrSpanish } from './crms/dolibarr.ts';
import { espocrmSpanish } from './crms/espocrm.ts';
import { hubspotSpanish } from './crms/hubspot.ts';
import { intercomSpanish } from './crms/intercom.ts';
import { odooSpanish } from './crms/odoo.ts';
import { restSpanish } from './crms/rest.ts';
import { suitecrmSpanish } from './crms/suitecrm.ts';
import { trytonSpanish } from './crms/tryton.ts';
import { twentySpanish } from './crms/twenty.ts';
import { zohoSpanish } from './crms/zoho.ts';

/** What people are told and asked of each CRM, in Spanish. */
export const crmsSpanish: typeof crmsEnglish = {
  fields: crmFieldSpanish,
  byId: {
    carddav: carddavSpanish,
    companion: companionSpanish,
    dolibarr: dolibarrSpanish,
    espocrm: espocrmSpanish,
    hubspot: hubspotSpanish,
    intercom: intercomSpanish,
    odoo: odooSpanish,
    rest: restSpanish,
    suitecrm: suitecrmSpanish,
    tryton: trytonSpanish,
    twenty: twentySpanish,
    zoho: zohoSpanish,
  },
};
