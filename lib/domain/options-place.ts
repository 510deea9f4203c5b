/** Where the options page can be opened: at the CRM's address, at a host's address, or at the CRM's key. */
export const optionsPlaces = ['crms', 'hosts', 'credential'] as const;

export type OptionsPlace = (typeof optionsPlaces)[number];
