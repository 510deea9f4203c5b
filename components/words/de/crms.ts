import type { crmsEnglish } from '../en/crms.ts';
import { carddavGerman } from './crms/carddav.ts';
import { companionGerman } from './crms/companion.ts';
import { crmFieldGerman } from './crms/crm-words.ts';
import { dolibarrGerman } from './crms/dolibarr.ts';
import { espocrmGerman } from './crms/espocrm.ts';
import { hubspotGerman } from './crms/hubspot.ts';
import { intercomGerman } from './crms/intercom.ts';
import { odooGerman } from './crms/odoo.ts';
import { restGerman } from './crms/rest.ts';
import { suitecrmGerman } from './crms/suitecrm.ts';
import { trytonGerman } from './crms/tryton.ts';
import { twentyGerman } from './crms/twenty.ts';
import { zohoGerman } from './crms/zoho.ts';

/** What people are told and asked of each CRM, in German. */
export const crmsGerman: typeof crmsEnglish = {
  fields: crmFieldGerman,
  byId: {
    carddav: carddavGerman,
    companion: companionGerman,
    dolibarr: dolibarrGerman,
    espocrm: espocrmGerman,
    hubspot: hubspotGerman,
    intercom: intercomGerman,
    odoo: odooGerman,
    rest: restGerman,
    suitecrm: suitecrmGerman,
    tryton: trytonGerman,
    twenty: twentyGerman,
    zoho: zohoGerman,
  },
};
