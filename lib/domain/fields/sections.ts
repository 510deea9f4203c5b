import type { HostInteraction } from '../host/host-event.ts';
import type { Section, Workspace } from './workspace.ts';

type Campaign = NonNullable<HostInteraction['campaign']>;

/** Holds what nobody placed; like all that has no label it is named where it is drawn. */
export const moreSection = { id: 'more', label: '' };
/** Holds everything, where nobody made sections. */
export const detailsSection = { id: 'details', label: '' };

/** The mark of older uContact campaigns at the end of a name: `->` outbound, `<-` inbound. */
const direction = /\s*(?:->|<-)\s*$/;

/** A campaign's name for eyes: without the direction mark (B5). The raw name stays the campaign's id. */
export function campaignLabel(name: string): string {
  return name.replace(direction, '').trim() || name.trim();
}

/**
 * The sections to show (B3). `interaction` null: there is none, and every section is shown. In an interaction a section
 * is shown if it names no campaign, or names this one: by id, by raw name, or, for both directions, by bare name.
 */
export function visibleSections(
  workspace: Pick<Workspace, 'sections' | 'campaigns'>,
  interaction: { campaign?: Campaign | undefined } | null,
): Section[] {
  if (!interaction) return workspace.sections;
  const names = interaction.campaign ? namesOf(workspace, interaction.campaign) : new Set<string>();
  return workspace.sections.filter(
    (section) => !section.campaigns?.length || section.campaigns.some((name) => names.has(name.trim())),
  );
}

/** Labels of the campaigns a section is limited to, each once, for the flag beside its title. */
export function sectionCampaigns(workspace: Pick<Workspace, 'campaigns'>, section: Section): string[] {
  const labels = (section.campaigns ?? []).map((name) =>
    campaignLabel(workspace.campaigns.find((campaign) => campaign.id === name)?.name ?? name),
  );
  return [...new Set(labels)];
}

/** Everything this campaign may be called in a section: what the host says, and what the workspace knows it as. */
function namesOf(workspace: Pick<Workspace, 'campaigns'>, campaign: Campaign): Set<string> {
  const said = [campaign.id, campaign.name].filter((name) => name !== undefined).map((name) => name.trim());
  const known = workspace.campaigns
    .filter(({ id, name }) => said.includes(id) || said.includes(name.trim()))
    .flatMap(({ id, name }) => [id, name.trim()]);
  const raw = [...said, ...known].filter((name) => name !== '');
  return new Set([...raw, ...raw.map(campaignLabel)]);
}
