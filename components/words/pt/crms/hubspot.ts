import type { CrmWords } from '../../en/crms/crm-words.ts';

/** HubSpot, in Portuguese. */
export const hubspotPortuguese: CrmWords<'hubspot'> = {
  about:
    'HubSpot: os contatos, com o token de um aplicativo privado; uma empresa quando só ela tem o número.',
  plan: 'Uma pesquisa: os dígitos nacionais nas propriedades de pesquisa do próprio HubSpot para telefone e celular, ou E.164 nos três números; o endereço de e-mail ou um dos adicionais. Se ninguém tem o número, mais uma pergunta qual empresa o tem, e outra busca as pessoas dela.',
  form: {
    credential: {
      hint: 'O token de acesso de um aplicativo privado. No HubSpot: “Settings”, “Integrations”, “Private Apps”, “Create”. Escopos: crm.objects.contacts.read e .write, crm.schemas.contacts.read e, para encontrar empresas pelos números, crm.objects.companies.read.',
    },
    otherFields: { label: 'Propriedades para outros IDs de cliente' },
  },
};
