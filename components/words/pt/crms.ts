import type { crmsEnglish } from '../en/crms.ts';
import { carddavPortuguese } from './crms/carddav.ts';
import { companionPortuguese } from './crms/companion.ts';
import { crmFieldPortuguese } from './crms/crm-words.ts';
import { dolibarrPortuguese } from './crms/dolibarr.ts';
import { espocrmPortuguese } from './crms/espocrm.ts';
import { hubspotPortuguese } from './crms/hubspot.ts';
import { intercomPortuguese } from './crms/intercom.ts';
import { odooPortuguese } from './crms/odoo.ts';
import { restPortuguese } from './crms/rest.ts';
import { suitecrmPortuguese } from './crms/suitecrm.ts';
import { trytonPortuguese } from './crms/tryton.ts';
import { twentyPortuguese } from './crms/twenty.ts';
import { zohoPortuguese } from './crms/zoho.ts';

/** What people are told and asked of each CRM, in Portuguese. */
export const crmsPortuguese: typeof crmsEnglish = {
  fields: crmFieldPortuguese,
  byId: {
    carddav: carddavPortuguese,
    companion: companionPortuguese,
    dolibarr: dolibarrPortuguese,
    espocrm: espocrmPortuguese,
    hubspot: hubspotPortuguese,
    intercom: intercomPortuguese,
    odoo: odooPortuguese,
    rest: restPortuguese,
    suitecrm: suitecrmPortuguese,
    tryton: trytonPortuguese,
    twenty: twentyPortuguese,
    zoho: zohoPortuguese,
  },
};
