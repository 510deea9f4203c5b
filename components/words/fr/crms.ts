import type { crmsEnglish } from '../en/crms.ts';
import { carddavFrench } from './crms/carddav.ts';
import { companionFrench } from './crms/companion.ts';
import { crmFieldFrench } from './crms/crm-words.ts';
import { dolibarrFrench } from './crms/dolibarr.ts';
import { espocrmFrench } from './crms/espocrm.ts';
import { hubspotFrench } from './crms/hubspot.ts';
import { intercomFrench } from './crms/intercom.ts';
import { odooFrench } from './crms/odoo.ts';
import { restFrench } from './crms/rest.ts';
import { suitecrmFrench } from './crms/suitecrm.ts';
import { trytonFrench } from './crms/tryton.ts';
import { twentyFrench } from './crms/twenty.ts';
import { zohoFrench } from './crms/zoho.ts';

/** What people are told and asked of each CRM, in French. */
export const crmsFrench: typeof crmsEnglish = {
  fields: crmFieldFrench,
  byId: {
    carddav: carddavFrench,
    companion: companionFrench,
    dolibarr: dolibarrFrench,
    espocrm: espocrmFrench,
    hubspot: hubspotFrench,
    intercom: intercomFrench,
    odoo: odooFrench,
    rest: restFrench,
    suitecrm: suitecrmFrench,
    tryton: trytonFrench,
    twenty: twentyFrench,
    zoho: zohoFrench,
  },
};
