import type { CrmId } from '../../../lib/crms/crm.ts';
import { carddavEnglish } from './crms/carddav.ts';
import { companionEnglish } from './crms/companion.ts';
import { type CrmWords, crmFieldEnglish } from './crms/crm-words.ts';
import { dolibarrEnglish } from './crms/dolibarr.ts';
import { espocrmEnglish } from './crms/espocrm.ts';
import { hubspotEnglish } from './crms/hubspot.ts';
import { intercomEnglish } from './crms/intercom.ts';
import { odooEnglish } from './crms/odoo.ts';
import { restEnglish } from './crms/rest.ts';
import { suitecrmEnglish } from './crms/suitecrm.ts';
import { trytonEnglish } from './crms/tryton.ts';
import { twentyEnglish } from './crms/twenty.ts';
import { zohoEnglish } from './crms/zoho.ts';

/** What people are told and asked of each CRM, in English. One without words does not compile. */
export const crmsEnglish = {
  fields: crmFieldEnglish,
  byId: {
    carddav: carddavEnglish,
    companion: companionEnglish,
    dolibarr: dolibarrEnglish,
    espocrm: espocrmEnglish,
    hubspot: hubspotEnglish,
    intercom: intercomEnglish,
    odoo: odooEnglish,
    rest: restEnglish,
    suitecrm: suitecrmEnglish,
    tryton: trytonEnglish,
    twenty: twentyEnglish,
    zoho: zohoEnglish,
  } satisfies { [Id in CrmId]: CrmWords<Id> },
};
