import { until } from '../../../scripts/process/until.ts';
import type { Ringside } from '../browser/ringside.ts';
import type { Where } from './spot.ts';

/** The one input that is chosen, by the name of the country. */
const country = 'Country of national numbers';

/** Connects a CRM in the options page by its form, and waits for the verdict that everything works. */
export async function connectCrm(
  ringside: Ringside,
  label: string,
  inputs: Record<string, string>,
): Promise<void> {
  const page = await ringside.context.newPage();
  await page.goto(ringside.url('options.html#crms'));
  await fillInCrm(page, label, inputs);
  await crmWorks(page);
  await page.close();
}

/** Fills in the form of a CRM on an options page, and saves it: from here on the browser may ask. */
export async function fillInCrm(page: Where, label: string, inputs: Record<string, string>): Promise<void> {
  await page.getByLabel('CRM', { exact: true }).selectOption({ label });
  for (const [name, value] of Object.entries(inputs)) {
    const field = page.getByLabel(name, { exact: true });
    await (name === country ? field.selectOption({ label: value }) : field.fill(value));
  }
  await page.getByRole('button', { name: 'Save', exact: true }).click();
}

/** Waits for the verdict that everything works, and gives all that it says. */
export function crmWorks(page: Where): Promise<string> {
  const test = page.getByRole('region', { name: 'Test' });
  return until('the test of the CRM to say that everything works', async () => {
    const said = (await test.count()) > 0 ? ((await test.textContent()) ?? '') : '';
    return said.includes('Everything works') ? said : Promise.reject(new Error(said));
  });
}
