import { describe, expect, it } from 'vitest';
import { campaignLabel, sectionCampaigns, visibleSections } from './sections.ts';

const workspace = {
  campaigns: [
    { id: 'c-7', name: 'Field service' },
    { id: 'Sales->', name: 'Sales->' },
    { id: 'Sales<-', name: 'Sales<-' },
  ],
  sections: [
    { id: 'details', label: 'Details', fields: ['phone'] },
    { id: 'empty', label: 'Nobody named', fields: [], campaigns: [] },
    { id: 'service', label: 'Service contract', fields: ['plan'], campaigns: ['c-7'] },
    { id: 'both', label: 'Offers', fields: ['offer'], campaigns: ['Sales'] },
    { id: 'out', label: 'Cold calls', fields: ['script'], campaigns: ['Sales->'] },
  ],
};
const shown = (campaign?: { id?: string; name: string }) =>
  visibleSections(workspace, { campaign }).map((section) => section.id);

describe('visibleSections', () => {
  it('shows every section when there is no interaction', () => {
    expect(visibleSections(workspace, null)).toHaveLength(5);
  });

  it('hides limited sections in an interaction without a campaign', () => {
    expect(shown()).toEqual(['details', 'empty']);
  });

  it('knows a campaign by its id, and by its name where the host tells only that', () => {
    expect(shown({ id: 'c-7', name: 'whatever' })).toEqual(['details', 'empty', 'service']);
    expect(shown({ name: 'Field service' })).toEqual(['details', 'empty', 'service']);
  });

  it('lets a bare name stand for both directions, and a raw name for its own only', () => {
    expect(shown({ name: 'Sales->' })).toEqual(['details', 'empty', 'both', 'out']);
    expect(shown({ name: 'Sales<-' })).toEqual(['details', 'empty', 'both']);
  });

  it('shows nothing of another campaign whose name only begins alike', () => {
    expect(shown({ name: 'Sales north' })).toEqual(['details', 'empty']);
    expect(shown({ name: '' })).toEqual(['details', 'empty']);
  });
});

describe('campaignLabel', () => {
  it('drops the direction at the end only', () => {
    expect(campaignLabel('Sales->')).toBe('Sales');
    expect(campaignLabel('Sales <- ')).toBe('Sales');
    expect(campaignLabel('A->B')).toBe('A->B');
    expect(campaignLabel('->')).toBe('->');
  });
});

describe('sectionCampaigns', () => {
  it('names each campaign once, by its label', () => {
    const section = { id: 's', label: 's', fields: [], campaigns: ['c-7', 'Sales->', 'Sales<-'] };
    expect(sectionCampaigns(workspace, section)).toEqual(['Field service', 'Sales']);
  });
});
