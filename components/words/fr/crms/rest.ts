import type { CrmWords } from '../../en/crms/crm-words.ts';

/** A REST API with a definition, in French. */
export const restFrench: CrmWords<'rest'> = {
  plan: 'Ce qu’indique la définition\u00a0: une requête par recherche, ou une deuxième si la première ne trouve personne ou si ses résultats sont à lire en entier, et une par page supplémentaire. Un contact fusionné est lu une fois de plus. La connexion et la liste des champs ne sont demandées qu’une fois.',
  form: {
    baseUrl: { hint: 'La base de tous les chemins de la définition.' },
    user: {
      label: 'Nom d’utilisateur ou ID client OAuth',
      hint: 'Pour basic, login et OAuth 2 seulement. Sinon, facultatif.',
    },
    credential: { label: 'Clé, mot de passe ou secret client' },
    definition: {
      label: 'Définition',
      hint: 'Que demander et où sont les réponses, en JSON. Ce qu’elle peut contenir figure dans crm-definitions.md, dans la documentation.',
    },
  },
  examples: {
    minimal: 'Le strict nécessaire',
    dolibarr: 'Dolibarr\u00a0: des filtres dans la requête',
    django: 'Django REST framework\u00a0: des pages, un jeton, des champs qu’il énumère',
    jmap: 'Cyrus\u00a0: plusieurs appels dans une requête (JMAP)',
    tryton: 'Tryton\u00a0: des appels par POST (JSON-RPC)',
    vtiger: 'Vtiger\u00a0: un défi à la connexion, des formulaires, un langage de requête',
  },
};
