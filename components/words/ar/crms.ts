import type { crmsEnglish } from '../en/crms.ts';
import { carddavArabic } from './crms/carddav.ts';
import { companionArabic } from './crms/companion.ts';
import { crmFieldArabic } from './crms/crm-words.ts';
import { dolibarrArabic } from './crms/dolibarr.ts';
import { espocrmArabic } from './crms/espocrm.ts';
import { hubspotArabic } from './crms/hubspot.ts';
import { intercomArabic } from './crms/intercom.ts';
import { odooArabic } from './crms/odoo.ts';
import { restArabic } from './crms/rest.ts';
import { suitecrmArabic } from './crms/suitecrm.ts';
import { trytonArabic } from './crms/tryton.ts';
import { twentyArabic } from './crms/twenty.ts';
import { zohoArabic } from './crms/zoho.ts';

/** What people are told and asked of each CRM, in Arabic. */
export const crmsArabic: typeof crmsEnglish = {
  fields: crmFieldArabic,
  byId: {
    carddav: carddavArabic,
    companion: companionArabic,
    dolibarr: dolibarrArabic,
    espocrm: espocrmArabic,
    hubspot: hubspotArabic,
    intercom: intercomArabic,
    odoo: odooArabic,
    rest: restArabic,
    suitecrm: suitecrmArabic,
    tryton: trytonArabic,
    twenty: twentyArabic,
    zoho: zohoArabic,
  },
};
