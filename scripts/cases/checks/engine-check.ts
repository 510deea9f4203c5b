import { openDesk } from '../desk/case-desk.ts';
import { createCaseCrm } from '../engine/case-crm.ts';
import { engineInputSchema } from '../engine/engine-input.ts';
import { playStep } from '../engine/play-step.ts';
import { viewOf } from '../engine/view-of.ts';
import { check } from '../format/check.ts';
import { type Difference, differences } from '../format/differences.ts';

/**
 * What happens in a host, in the CRM and at the agent's hands, one after the other, and what is shown after each. Nothing
 * is done before what was done before has come to rest.
 */
export const engineCheck = check({
  input: engineInputSchema,
  async run({ region, contacts, host, steps }) {
    const desk = openDesk({ host });
    const crm = createCaseCrm(region);
    for (const contact of contacts) crm.put(contact);
    const wrong: Difference[] = [];
    try {
      await desk.connect(crm.memory);
      await desk.settle();
      for (const [index, step] of steps.entries()) {
        await playStep(desk, crm, step);
        await desk.settle(crm.held);
        const off = differences(step.shows ?? {}, viewOf(desk));
        wrong.push(...off.map((one) => ({ ...one, at: `after step ${index + 1} ${one.at}` })));
      }
      return [{ way: '', came: viewOf(desk), wrong }];
    } finally {
      desk.close();
    }
  },
});
