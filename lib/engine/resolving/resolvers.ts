import type { Contact } from '../../domain/contact/contact.ts';
import { crmOfRef } from '../../domain/contact/contact-ref.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { connectionsFor } from '../../domain/interaction/connections-of.ts';
import { answerOf, joined, withAnswer } from '../../domain/interaction/join-answers.ts';
import type { AnsweredInteraction, Resolution } from '../../domain/interaction/live.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Connections } from '../connection/connections.ts';
import { anchorOf, isSettled } from '../live/resolution-parts.ts';
import { withoutIdentifier } from '../live/without-identifier.ts';
import { Resolver, type ResolverParts } from './resolver.ts';

export interface ResolversParts extends Pick<ResolverParts, 'liveStore' | 'now' | 'lives'> {
  connections: Connections;
  settings: () => Settings;
  onSignedOut: (crm: string) => void;
}

/** Every CRM that is asked for an interaction, each by itself: none waits for another. */
export class Resolvers {
  readonly #parts: ResolversParts;
  readonly #all = new Map<string, Resolver>();
  readonly #choices: ResolverParts['choices'] = new Map();

  constructor(parts: ResolversParts) {
    this.#parts = parts;
  }

  /** Looks (again) for who this is. `asked`: the agent wants the CRMs' word, however fresh the copies. `crm`: in this one alone. */
  start(key: string, { asked = false, crm }: { asked?: boolean; crm?: string } = {}): void {
    const live = this.#parts.liveStore.get(key);
    if (!live) return;
    const applying = this.#parts.connections.for(live.source.origin).map(({ id }) => id);
    for (const one of live.answers) if (!applying.includes(one.crm)) this.#drop(key, one.crm);
    for (const id of applying) if (crm === undefined || id === crm) this.#of(id).start(key, { asked });
  }

  /** What this CRM has not come to an answer of. */
  resume(crm: string): void {
    for (const live of this.#parts.liveStore.state.interactions)
      if (!isSettled(answerOf(live, crm))) this.start(live.key, { crm });
  }

  /** Nothing that is under way for this interaction may be shown any more; in `crm` alone, where one is named. */
  cancel(key: string, crm?: string): void {
    for (const [id, one] of this.#all) if (crm === undefined || id === crm) one.cancel(key);
  }

  /** The agent says who it is: of several choices the last one counts, whichever CRM it is of. */
  async choose(key: string, contactId: string): Promise<Contact | null> {
    const { liveStore, connections } = this.#parts;
    const { id } = connections.ofContact(contactId);
    const origin = liveStore.get(key)?.source.origin;
    // It is not asked for this host, and so nobody of it is shown there.
    if (!connectionsFor(liveStore.state, origin).some((one) => one.id === id))
      throw new CrmError({ code: 'not-supported' });
    return this.#of(id).choose(key, contactId);
  }

  /** *Not this person*: whoever else is known to carry the identifier is offered. */
  async afterReject(key: string): Promise<void> {
    const live = this.#parts.liveStore.get(key);
    if (!live) return;
    const asked = this.#parts.connections.for(live.source.origin).filter(({ standing }) => standing.now());
    const answered = asked.filter(({ id }) => hasSaid(answerOf(live, id)));
    await Promise.all(answered.map(({ id }) => this.#of(id).afterReject(key)));
  }

  /** Shows the contact that the agent has just made. */
  created(key: string, contact: Contact): void {
    this.#of(crmOfRef(contact.id)).created(key, contact);
  }

  /** The interaction as views get it until the lookups have begun: nothing of whom was shown is in it. */
  before(live: AnsweredInteraction): AnsweredInteraction {
    const { connections } = this.#parts.liveStore.state;
    const asked = connectionsFor({ connections }, live.source.origin).filter(
      ({ status }) => status === 'ready',
    );
    return joined({
      ...live,
      answers: asked.map(({ id }) => ({ crm: id, resolution: this.#looking(id, live) })),
    });
  }

  #looking(crm: string, live: AnsweredInteraction): Resolution {
    const { identifier, facts, source } = live;
    const by =
      facts.contactId !== undefined && this.#isNamed(crm, source.origin) ? 'contact-id' : 'client-id';
    if (!identifier && by === 'client-id') return withoutIdentifier(live);
    return { status: 'resolving', by, since: this.#parts.now(), ...(identifier && { identifier }) };
  }

  /** Whom the agent had chosen in another CRM is not whom they mean any more. */
  #letGo(key: string, crm: string): void {
    for (const other of this.#parts.liveStore.get(key)?.answers ?? []) {
      if (other.crm === crm || !anchorOf(other)) continue;
      this.#drop(key, other.crm);
      this.#of(other.crm).start(key);
    }
  }

  #drop(key: string, crm: string): void {
    this.cancel(key, crm);
    this.#parts.liveStore.patch(key, (live) => withAnswer(live, crm, undefined));
  }

  /**
   * A ContactID says nothing of which CRM it is of: it is that of the first one that is asked for the host, whether it can
   * be asked just now or not. In another it may be somebody else's.
   */
  #isNamed(crm: string, origin: string): boolean {
    const { liveStore, settings } = this.#parts;
    const first = settings().crms.find(({ hosts }) => hosts?.includes(origin) ?? true);
    return crm === (first ?? connectionsFor(liveStore.state, origin)[0])?.id;
  }

  #of(id: string): Resolver {
    const known = this.#all.get(id);
    if (known) return known;
    const { liveStore, now, lives, connections, onSignedOut } = this.#parts;
    const one = new Resolver({
      ...{ liveStore, now, lives, choices: this.#choices },
      connection: connections.must(id),
      isNamed: (origin) => this.#isNamed(id, origin),
      onChosen: (key) => this.#letGo(key, id),
      onSignedOut: () => onSignedOut(id),
    });
    this.#all.set(id, one);
    return one;
  }
}

/** Who has not said who it is is asked still, and will say of everybody but whom the agent does not want. */
function hasSaid(answer: Resolution): boolean {
  if (answer.status === 'failed') return answer.stale !== undefined;
  return answer.status !== 'idle' && answer.status !== 'resolving';
}
