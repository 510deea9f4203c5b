import type { Connection } from '../../domain/interaction/live.ts';
import type { CrmLink } from '../live/engine-parts.ts';

/** Our standing with the CRM as views get it: without the means to reach it. */
export function shownLink(link: CrmLink): Connection {
  if (link.status === 'not-connected') return { status: 'not-connected' };
  const { label: crm, agent } = link;
  if (link.status === 'ready') {
    const { capabilities, owner = link.id } = link;
    return { status: 'ready', crm, capabilities, owner, ...(agent && { agent }) };
  }
  return {
    status: 'signed-out',
    crm,
    ...(agent && { agent }),
    ...(link.at !== undefined && { at: link.at }),
  };
}
