import { type ErrandNow, mostUrgent, withErrand } from '../../domain/interaction/errand.ts';

interface Asking<Answer> {
  answer: Promise<Answer>;
  errands: ErrandNow[];
}

/** The same question while it is under way is one, for all who ask; it is as urgent as the most urgent of them. */
export class SharedQuestions<Answer> {
  readonly #underWay = new Map<string, Asking<Answer>>();

  /** One may join it, and nothing more is asked. */
  isUnderWay(question: string): boolean {
    const asking = this.#underWay.get(question);
    return asking !== undefined && mostUrgent(asking.errands) !== undefined;
  }

  ask(question: string, errand: ErrandNow, start: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
    const shared = this.#underWay.get(question);
    // What nobody wants any more may be given up in this very moment.
    if (shared && mostUrgent(shared.errands)) {
      shared.errands = [...shared.errands.filter((one) => one()), errand];
      return shared.answer;
    }
    const asking: Asking<Answer> = { answer: Promise.resolve() as Promise<never>, errands: [errand] };
    asking.answer = start(withErrand(() => mostUrgent(asking.errands))).finally(() => {
      if (this.#underWay.get(question) === asking) this.#underWay.delete(question);
    });
    this.#underWay.set(question, asking);
    return asking.answer;
  }

  /** What was asked before now may not stand for what is asked from now on. */
  forget(isMeant: (question: string) => boolean): void {
    for (const question of this.#underWay.keys()) if (isMeant(question)) this.#underWay.delete(question);
  }

  clear(): void {
    this.#underWay.clear();
  }
}
