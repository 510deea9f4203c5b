import type { Crm } from './crm.ts';

/** One request and its answer as they went over the wire. `path` is below the base URL, with its query. */
export interface CrmExchange {
  request: { method: string; path: string; headers?: Record<string, string>; body?: unknown };
  response: { status: number; headers?: Record<string, string>; body: unknown };
  /** In a step that writes: this one only reads, though its method is not GET. */
  reads?: boolean;
}

/** A call of a connector, the exchanges it makes, in order, and what it answers. */
export interface CrmStep {
  call(crm: Crm): Promise<unknown>;
  exchanges: CrmExchange[];
  answer: unknown;
}

/** Recorded from the running product; the contract test replays it and every failure over it. */
export interface CrmExample {
  settings(baseUrl: string): unknown;
  credential: string;
  steps: Partial<Record<Exclude<keyof Crm, 'recordUrl'>, CrmStep>>;
  /** What a new connection sends before or beside its first request: signing in, the fields. Told apart by path and body. */
  opening?: CrmExchange[];
  /** A 401 makes the connection sign in again, once, and send the request again. */
  renews?: boolean;
  /** `getContact` of a contact that was merged into another, where the CRM tells (`followsMerges`). */
  merged?: CrmStep;
  /** What it opens with are contacts, which no memory takes: each worker asks for them anew. */
  opensAnew?: boolean;
  /** What getContact gets for a contact that is not there, where that is no 404. */
  missing?: CrmExchange['response'];
  /** The reads for which this CRM's 404 means that there is nothing; `getContact` always. */
  noneIs404?: (keyof Crm)[];
  /** How the number that findByIdentifier looks for is spelled in its recorded reply; `+442079460123` otherwise. */
  spellings?: string[];
  /** Names, numbers and addresses in the exchanges that nothing may tell; besides those of the companion's demo. */
  customers?: string[];
}
