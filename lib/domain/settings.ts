import * as z from 'zod/mini';
import { cardSpotSchema } from './card-spot-schema.ts';
import { arrangementSchema } from './fields/arrangement.ts';
import { ruleFileSchema } from './host/host-rules.ts';
import { slugSchema } from './host/host-rules-values.ts';
import { languages } from './text/languages.ts';
import { safeOrigin } from './text/safe-origin.ts';

/** The version that this build reads and writes. */
export const settingsVersion = 2;

export const crmLabelLength = 64;

/** An origin such as `https://desk.example.com`: scheme, host and port, nothing else; http on this machine only. */
const origin = z.string().check(
  z.refine((value) => {
    const safe = safeOrigin(value);
    return safe.ok && safe.origin === value;
  }),
);

export const hostSettingsSchema = z.object({
  origin,
  label: z._default(z.string().check(z.maxLength(128)), ''),
  /** A ContactID in a SIP header counts (A1). Off: a caller could write it. */
  trustContactIdHeader: z._default(z.boolean(), false),
  campaignHeader: z._default(z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/)), 'X-Campaign'),
  /** Exact origin, or several, of iframes whose messages count (uContact); else child frames of the page's own origin. */
  frameOrigin: z.optional(z.union([origin, z.array(origin).check(z.minLength(1), z.maxLength(16))])),
  /** Internal calls pop too (A8). */
  popInternal: z._default(z.boolean(), false),
  /** Where the agent has put the card; without it in the corner where it comes first. */
  cardAt: z.optional(cardSpotSchema),
  /** No card over its pages. */
  noCard: z.optional(z.boolean()),
  /** Ids of rule files that are not used on this host. */
  rulesOff: z.optional(z.array(slugSchema).check(z.maxLength(200))),
});

/** A CRM that agents work with, and the id of our connection to it: what is kept for one is kept under that id. */
export const crmSettingsSchema = z.object({
  id: slugSchema,
  connector: z.string(),
  /** What people read in place of the connector's name; empty: that name. */
  label: z._default(z.string().check(z.maxLength(crmLabelLength)), ''),
  /** As its connector reads them. */
  settings: z.record(z.string(), z.unknown()),
  staySignedIn: z._default(z.boolean(), false),
  /** How its fields are shown; without one as the CRM says. */
  arrangement: z.optional(arrangementSchema),
  /** Interactions of these hosts only; without it, of all. */
  hosts: z.optional(z.array(origin).check(z.minLength(1), z.maxLength(200))),
});

/** `storage.local` key `settings`, version 2; docs/settings.md explains every key. Never a credential. */
export const settingsSchema = z.object({
  version: z.literal(settingsVersion),
  hosts: z._default(z.array(hostSettingsSchema).check(z.maxLength(200)), []),
  /** Administrators' own files of host rules (docs/host-rules.md). */
  rules: z._default(z.array(ruleFileSchema).check(z.maxLength(50)), []),
  /** Ids of rule files that are used nowhere. */
  rulesOff: z._default(z.array(slugSchema).check(z.maxLength(200)), []),
  /** The first that knows somebody is shown first. */
  crms: z._default(
    z.array(crmSettingsSchema).check(
      z.maxLength(8),
      z.check(({ value, issues }) => {
        for (const [index, { id }] of value.entries())
          if (value.findIndex((other) => other.id === id) < index)
            issues.push({ code: 'custom', input: id, path: [index, 'id'], message: 'repeated' });
      }),
    ),
    [],
  ),
  /** What an arriving interaction opens in the page when the panel is closed. */
  surface: z._default(z.enum(['card', 'notification', 'badge']), 'card'),
  view: z._default(
    z.object({
      /** `auto` follows the host's inbox (B2). */
      open: z._default(z.enum(['auto', 'reduced', 'full']), 'auto'),
      theme: z._default(z.enum(['system', 'light', 'dark']), 'system'),
      /** `auto`: the host's, where it says which, else the browser's. */
      language: z._default(z.enum(['auto', ...languages]), 'auto'),
      /** Screen readers are told that somebody was found, and not who. */
      discreet: z._default(z.boolean(), false),
      /** `origin|inbox` → what the agent toggled to last. */
      remembered: z._default(z.record(z.string(), z.enum(['reduced', 'full'])), {}),
    }),
    { open: 'auto', theme: 'system', language: 'auto', discreet: false, remembered: {} },
  ),
  /** Notifications name the person, not only channel and campaign. */
  notifyPerson: z._default(z.boolean(), false),
  cache: z._default(
    z.object({
      freshMinutes: z._default(z.number().check(z.minimum(0), z.maximum(1_440)), 5),
      staleHours: z._default(z.number().check(z.minimum(0), z.maximum(168)), 8),
      missSeconds: z._default(z.number().check(z.minimum(0), z.maximum(3_600)), 60),
    }),
    { freshMinutes: 5, staleHours: 8, missSeconds: 60 },
  ),
});

export type CrmSettings = z.infer<typeof crmSettingsSchema>;
export type HostSettings = z.infer<typeof hostSettingsSchema>;
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = settingsSchema.parse({ version: settingsVersion });

/** Why the settings are not simply the saved ones: a newer Ringside wrote them, or these parts of them cannot be read. */
export type SettingsProblem = { code: 'newer'; version: number } | { code: 'damaged'; paths: string[] };
