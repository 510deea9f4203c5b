import type { CrmSettings, Settings } from '../../domain/settings.ts';
import { within } from '../../engine/waiting/within.ts';
import { log } from '../browser/log.ts';
import type { StorageApi } from '../browser/storage-api.ts';
import { trustedStorage } from '../browser/trusted-storage.ts';
import { boundStorage } from '../storage/bound-storage.ts';
import type { CrmConnection } from './crm-connection.ts';

export interface CrmConnectionsParts {
  /** Called once for each id. */
  open: (crm: string) => CrmConnection;
  api?: StorageApi;
}

/** One connection for each CRM of the settings; none waits for another that hangs. */
export interface CrmConnections {
  /**
   * Call whenever settings, a credential or the permissions may have changed; resolves when the engine knows. CRMs that are
   * no longer in the list leave before new ones begin. Rejects where one hangs; the others are as they should be.
   */
  apply(settings: Settings): Promise<void>;
  /** This CRM refused the credential. */
  signedOut(crm: string): Promise<void>;
  /** Does what did not come to an end the last time, and asks again who is signed in where a CRM did not say yet. */
  retry(): Promise<void>;
}

/** Ids of the connections that were begun in this session of the browser, so that a new worker ends those that are gone. */
const begunKey = 'crms.begun';
/** One that hangs as it leaves holds up new ones no longer. */
const leavingMs = 2_000;

export function createCrmConnections({ open, ...given }: CrmConnectionsParts): CrmConnections {
  const api = boundStorage(given.api ?? trustedStorage());
  const connections = new Map<string, CrmConnection>();
  const unapplied = new Set<string>();
  let entries = new Map<string, CrmSettings>();
  let begun: Promise<Set<string>> | undefined;
  /** As it is stored. */
  let keptBegun = '';

  /** Of an earlier worker too; what cannot be read was not begun. */
  async function loadBegun(): Promise<Set<string>> {
    const kept = (await api.storage.session.get(begunKey).catch(() => ({ [begunKey]: [] })))[begunKey];
    const all = new Set(Array.isArray(kept) ? (kept as string[]) : []); // Written below and by nobody else.
    keptBegun = [...all].toSorted().join();
    return all;
  }

  async function keepBegun(all: Set<string>): Promise<void> {
    const now = [...all].toSorted().join();
    if (now === keptBegun) return;
    try {
      await api.storage.session.set({ [begunKey]: [...all] });
      keptBegun = now;
    } catch (error) {
      log('warn', 'which CRMs were begun is not kept', { error });
    }
  }

  function connectionOf(crm: string): CrmConnection {
    const known = connections.get(crm) ?? open(crm);
    connections.set(crm, known);
    return known;
  }

  /** As the settings say by the time it is its turn. */
  async function applyOne(crm: string): Promise<void> {
    unapplied.add(crm);
    try {
      await connectionOf(crm).apply(entries.get(crm));
      unapplied.delete(crm);
    } catch (error) {
      unapplied.add(crm);
      throw error;
    }
  }

  async function leave(crm: string, all: Set<string>): Promise<void> {
    await applyOne(crm);
    // It may have come back meanwhile.
    if (!entries.has(crm)) all.delete(crm);
  }

  return {
    async apply({ crms }) {
      entries = new Map(crms.map((entry) => [entry.id, entry]));
      begun ??= loadBegun();
      const all = await begun;
      const before = [...all];
      const leaving = allOf(before.filter((crm) => !entries.has(crm)).map((crm) => leave(crm, all)));
      const left = within(leavingMs, leaving).catch((error) =>
        log('warn', 'a CRM that is removed did not leave in time', { error }),
      );
      const begin = (crm: string): Promise<void> =>
        before.includes(crm) ? applyOne(crm) : left.then(() => applyOne(crm));
      const ids = [...entries.keys()];
      for (const crm of ids) all.add(crm);
      await keepBegun(all);
      await allOf([leaving, ...ids.map(begin)]).finally(() => keepBegun(all));
    },
    signedOut: (crm) => connectionOf(crm).signedOut(),
    retry: () =>
      allOf(
        [...connections].map(([crm, connection]) =>
          unapplied.has(crm) ? applyOne(crm) : connection.retry(),
        ),
      ),
  };
}

/** When all have come to an end; rejects as the first of them that failed. */
async function allOf(steps: Promise<void>[]): Promise<void> {
  const outcomes = await Promise.allSettled(steps);
  const failed = outcomes.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}
