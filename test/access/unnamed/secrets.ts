import { demoAccountId, demoAccounts, demoBodies, demoBodyId } from '../../../src/access/index.js';

/** What of two shelters must stand nowhere that a reader without the location compartment can look. */
export const address = 'Gizli küçə 17';
export const room = 'Gizli otaq 9';
export const houses = ['state-shelter', 'ngo-nar-shelter'] as const;
export const people = ['shelter', 'shelter2', 'shelterSupervisor'] as const;
const secrets: Record<string, string> = Object.fromEntries([
  ['address', address],
  ['room or bed', room],
  ...houses.flatMap((code) => [
    [`id of ${code}`, demoBodyId(code)],
    [`code of ${code}`, `"${code}"`],
    [`name of ${code}`, demoBodies[code].name.az],
    [`English name of ${code}`, demoBodies[code].name.en],
  ]),
  ...people.flatMap((name) => [
    [`account of ${name}`, demoAccountId(name)],
    [`name of ${name}`, demoAccounts[name].name],
  ]),
]);
/** Which of it stands in an answer or a page; `asking` is left out, because the reader brought it herself. */
export function told(body: unknown, asking: string): string[] {
  const text = (typeof body === 'string' ? body : JSON.stringify(body)).replaceAll(asking, '');
  return Object.entries(secrets)
    .filter(([, secret]) => text.includes(secret))
    .map(([what]) => what);
}

/** What else must be told to nobody from now on. */
export function keepSecret(what: string, secret: string): void {
  secrets[what] = secret;
}
