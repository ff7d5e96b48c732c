/**
 * Days are compared as text, which is right only for this one form.
 * @throws RangeError unless `day` is a calendar day YYYY-MM-DD
 */
export function requireDay(day: string): void {
  if (!/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day)) {
    throw new RangeError(`'${day}' is not a day of the form YYYY-MM-DD`);
  }
}
